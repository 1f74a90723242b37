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
  const places = new Map<string, TopicPlace>();
  for (const topic of topics) {
    for (const item of topic.items) {
      const place = { topic, item };
      const add = (kind: Kind, name: string): Map<string, TopicPlace> =>
        places.set(keyOf(kind, item.meeting, name), place);
      if (item.itemAnchor !== undefined) add('item', item.itemAnchor);
      for (const { anchor } of item.minutes) add('minute', anchor);
      for (const { name } of item.reports) add('report', name);
    }
  }
  const find =
    (kind: Kind) =>
    (meeting: MeetingKey, name: string): TopicPlace | undefined =>
      places.get(keyOf(kind, meeting, name));
  return { all: topics, ofItem: find('item'), ofMinute: find('minute'), ofReport: find('report') };
}

type Kind = 'item' | 'minute' | 'report';

function keyOf(kind: Kind, meeting: MeetingKey, name: string): string {
  return `${kind} ${meeting.body}/${meeting.slug}/${name}`;
}
