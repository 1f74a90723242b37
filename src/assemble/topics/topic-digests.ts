import { digestOfJson } from '../../model/made.ts';
import type { PropValue } from '../../model/page.ts';
import type { LinkMaker } from '../assembly.ts';
import type { Topic } from './find-topics.ts';
import type { TopicItem } from './list-topic-items.ts';
import type { TopicPlace } from './topic-finder.ts';
import { linksToReports, linkToTopic, linkToTopicItem } from './topic-links.ts';

/** By what the history of an item is known, without its being made: hundreds of items have hundreds before and after them. */
export interface TopicDigests {
  /** Of the links to all items of the topic, and the place among them. */
  readonly ofItems: (place: TopicPlace) => string;
  /** Of the links to all reports of the topic, and the place among them. */
  readonly ofReports: (place: TopicPlace) => string;
}

/** Makes the digests of each topic once. */
export function createTopicDigests(assembly: LinkMaker): TopicDigests {
  return {
    ofItems: createDigests(assembly, (item) => linkToTopicItem(assembly, item)),
    ofReports: createDigests(assembly, (item) => linksToReports(assembly, item)),
  };
}

function createDigests(
  assembly: LinkMaker,
  linksTo: (item: TopicItem) => PropValue,
): (place: TopicPlace) => string {
  const digests = new Map<Topic, string>();
  const digestOf = (topic: Topic): string => {
    const known = digests.get(topic);
    if (known !== undefined) return known;
    // By body, meeting and day it is told which items are at other meetings.
    const items = topic.items.map((item) => {
      const { body, meeting } = item;
      return [body.slug, meeting.slug, meeting.date, linksTo(item)];
    });
    const digest = digestOfJson([linkToTopic(assembly, topic), items]);
    digests.set(topic, digest);
    return digest;
  };
  return ({ topic, item }) => `${digestOf(topic)} ${topic.items.indexOf(item)}`;
}
