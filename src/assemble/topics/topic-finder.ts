import type { MeetingKey } from '../addresses.ts';
import type { Topic } from './find-topics.ts';
import type { TopicItem } from './list-topic-items.ts';

/** Where an item stands in the history of its topic. */
export interface TopicPlace {
  readonly topic: Topic;
  readonly item: TopicItem;
}

/** The topics of a site, and finders of the topic that a part of a page belongs to. */
export interface TopicFinder {
  readonly all: readonly Topic[];
  /** By the item's anchor on the page of its meeting. */
  readonly ofItem: (meeting: MeetingKey, anchor: string) => TopicPlace | undefined;
  /** By the minute's anchor on the page of its minutes. */
  readonly ofMinute: (meeting: MeetingKey, anchor: string) => TopicPlace | undefined;
  readonly ofReport: (meeting: MeetingKey, name: string) => TopicPlace | undefined;
}

/** Makes the finders once for all pages. */
export function createTopicFinder(topics: readonly Topic[]): TopicFinder {
  const ofMeetings = new Map<string, TopicPlace[]>();
  for (const topic of topics) {
    for (const item of topic.items) {
      const key = keyOf(item.meeting);
      const places = ofMeetings.get(key);
      if (places === undefined) ofMeetings.set(key, [{ topic, item }]);
      else places.push({ topic, item });
    }
  }
  // The last, should two have one name.
  const find =
    (isOf: (item: TopicItem, name: string) => boolean) =>
    (meeting: MeetingKey, name: string): TopicPlace | undefined =>
      ofMeetings.get(keyOf(meeting))?.findLast(({ item }) => isOf(item, name));
  return {
    all: topics,
    ofItem: find((item, anchor) => item.itemAnchor === anchor),
    ofMinute: find((item, anchor) => item.minutes.some((minute) => minute.anchor === anchor)),
    ofReport: find((item, name) => item.reports.some((report) => report.name === name)),
  };
}

function keyOf({ body, slug }: MeetingKey): string {
  return `${body}/${slug}`;
}
