import { slug } from '../../markdown/slug.ts';
import type { Publication, PublicBody, PublicMeeting } from '../../model/publication.ts';
import { compareText } from '../../model/problem.ts';
import { createIdTaker } from '../item-anchor.ts';
import type { TopicItem } from './list-topic-items.ts';
import { listTopicItems } from './list-topic-items.ts';
import { lastingTitle, topicKey, topicKeyOfTitle } from './topic-title.ts';

/** An item that came back: what it is called, and where it was, the oldest first. */
export interface Topic {
  readonly name: string;
  /** The last part of its address. */
  readonly slug: string;
  readonly items: readonly TopicItem[];
}

/**
 * Finds the topics of a publication: items whose title is the same in two meetings of one body, and items to which an
 * officer gave the same topic, whatever their titles and bodies. In the order of their names.
 */
export function findTopics(publication: Publication): Topic[] {
  const items = publication.bodies.flatMap((body) =>
    body.meetings.flatMap((meeting) => keyItems(body, meeting)),
  );
  const compareItems = createComparison(publication);
  const groups = [...groupItems(items).entries()]
    .filter(([, { items: members }]) => new Set(members.map(({ meeting }) => meeting)).size > 1)
    .map(([, group]) => ({ ...group, items: group.items.toSorted(compareItems) }));
  // The oldest has the plain address: one that comes later must not take it away.
  const take = createIdTaker();
  return groups
    .toSorted((first, second) => compareItems(first.items[0]!, second.items[0]!))
    .map(({ key, items: members }) => ({ name: nameOf(members), slug: take(slug(key)), items: members }))
    .sort((first, second) => compareText(first.name.toLowerCase(), second.name.toLowerCase()));
}

interface Group {
  readonly key: string;
  readonly items: TopicItem[];
}

/** An item, and what it has in common with the others of its topic; without that it is of none. */
interface KeyedItem {
  readonly item: TopicItem;
  readonly key: string | undefined;
}

/** While a site is served, one meeting changes at a time, and ten thousand papers would be listed again. */
const keyed = new WeakMap<PublicMeeting, readonly KeyedItem[]>();

function keyItems(body: PublicBody, meeting: PublicMeeting): readonly KeyedItem[] {
  const known = keyed.get(meeting);
  if (known !== undefined && known.every(({ item }) => item.body === body)) return known;
  const items =
    known?.map(({ item, key }) => ({ item: { ...item, body }, key })) ??
    listTopicItems(body, meeting).map((item) => ({ item, key: keyOf(item) }));
  keyed.set(meeting, items);
  return items;
}

function keyOf(item: TopicItem): string | undefined {
  return item.topic === undefined ? topicKeyOfTitle(item.title, yearOfItem(item)) : topicKey(item.topic);
}

/** The same words in two bodies may mean two things, so that a title counts within its body; a topic that an officer wrote counts everywhere. */
function groupItems(items: readonly KeyedItem[]): Map<string, Group> {
  const written = new Map<string, Set<string>>();
  for (const { item, key } of items) {
    if (item.topic === undefined || key === undefined) continue;
    written.set(key, (written.get(key) ?? new Set()).add(item.body.slug));
  }
  const groups = new Map<string, Group>();
  for (const { item, key } of items) {
    if (key === undefined) continue;
    const isShared = item.topic !== undefined || written.get(key)?.has(item.body.slug) === true;
    const name = isShared ? key : `${item.body.slug}/${key}`;
    const group = groups.get(name) ?? { key, items: [] };
    group.items.push(item);
    groups.set(name, group);
  }
  return groups;
}

/** The newest of the names that officers wrote, else the newest title. */
function nameOf(items: readonly TopicItem[]): string {
  const written = items.findLast((item) => item.topic !== undefined)?.topic;
  const newest = items.at(-1)!;
  return written ?? lastingTitle(newest.title, yearOfItem(newest));
}

function yearOfItem({ meeting }: TopicItem): number {
  return Number(meeting.date.slice(0, 4));
}

/** The oldest first; bodies and the meetings of a day as the publication has them. */
function createComparison(publication: Publication): (first: TopicItem, second: TopicItem) => number {
  const places = new Map(
    publication.bodies.flatMap((body) => body.meetings.map((meeting, place) => [meeting, place])),
  );
  return (first, second) =>
    compareText(first.meeting.date, second.meeting.date) ||
    compareText(first.body.slug, second.body.slug) ||
    places.get(second.meeting)! - places.get(first.meeting)!;
}
