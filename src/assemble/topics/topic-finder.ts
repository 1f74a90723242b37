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
  const ofBodies = topicsOfBodies(topics);
  const places = new Map<string, ReadonlyMap<string, readonly TopicPlace[]>>();
  const placesIn = (body: string): ReadonlyMap<string, readonly TopicPlace[]> => {
    const found = places.get(body) ?? placesOf(body, ofBodies.get(body) ?? []);
    places.set(body, found);
    return found;
  };
  // The last, should two have one name.
  const find =
    (isOf: (item: TopicItem, name: string) => boolean) =>
    ({ body, slug }: MeetingKey, name: string): TopicPlace | undefined =>
      placesIn(body)
        .get(slug)
        ?.findLast(({ item }) => isOf(item, name));
  return {
    all: topics,
    ofItem: find((item, anchor) => item.itemAnchor === anchor),
    ofMinute: find((item, anchor) => item.minutes.some((minute) => minute.anchor === anchor)),
    ofReport: find((item, name) => item.reports.some((report) => report.name === name)),
  };
}

/** The topics that a body had, by its folder. */
function topicsOfBodies(topics: readonly Topic[]): ReadonlyMap<string, ReadonlySet<Topic>> {
  const ofBodies = new Map<string, Set<Topic>>();
  for (const topic of topics) {
    let last: string | undefined;
    for (const { body } of topic.items) {
      // Of most topics all items are of one body.
      if (body.slug === last) continue;
      last = body.slug;
      ofBodies.set(last, (ofBodies.get(last) ?? new Set()).add(topic));
    }
  }
  return ofBodies;
}

/** Where topics were in the meetings of a body, by the meeting's folder. */
function placesOf(body: string, topics: Iterable<Topic>): ReadonlyMap<string, readonly TopicPlace[]> {
  const places = new Map<string, TopicPlace[]>();
  for (const topic of topics)
    for (const item of topic.items) {
      if (item.body.slug !== body) continue;
      const ofMeeting = places.get(item.meeting.slug);
      if (ofMeeting === undefined) places.set(item.meeting.slug, [{ topic, item }]);
      else ofMeeting.push({ topic, item });
    }
  return places;
}
