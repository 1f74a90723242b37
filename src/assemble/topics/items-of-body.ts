import type { PublicBody, PublicMeeting } from '../../model/publication.ts';
import { compareText } from '../../model/problem.ts';
import type { TopicItem } from './list-topic-items.ts';
import { listTopicItems } from './list-topic-items.ts';
import { topicKey, topicKeyOfTitle } from './topic-title.ts';

/** Items of one body that have a title or a topic in common. */
export interface AlikeItems {
  readonly key: string;
  /** An officer wrote it as the topic of one of them, so that they belong to all items of other bodies that have it too. */
  readonly isWritten: boolean;
  /** The oldest first. */
  readonly items: readonly TopicItem[];
}

/** While a site is served, the meetings of one body change and the others are the very same. */
const known = new WeakMap<PublicBody, readonly AlikeItems[]>();

/** The items of a body by what they have in common, in the order in which the body has the first of them; those that have nothing are left out. */
export function alikeItemsOf(body: PublicBody): readonly AlikeItems[] {
  const found = known.get(body) ?? findAlike(body);
  known.set(body, found);
  return found;
}

function findAlike(body: PublicBody): readonly AlikeItems[] {
  const ofKeys = new Map<string, TopicItem[]>();
  for (const { item, key } of body.meetings.flatMap((meeting) => keyItems(body, meeting))) {
    if (key === undefined) continue;
    const items = ofKeys.get(key);
    if (items === undefined) ofKeys.set(key, [item]);
    else items.push(item);
  }
  const places = new Map(body.meetings.map((meeting, place) => [meeting, place]));
  const compare = (first: TopicItem, second: TopicItem): number =>
    compareText(first.meeting.date, second.meeting.date) ||
    places.get(second.meeting)! - places.get(first.meeting)!;
  return [...ofKeys].map(([key, items]) => ({
    key,
    isWritten: items.some(({ topic }) => topic !== undefined),
    items: items.sort(compare),
  }));
}

/** An item, and what it has in common with the others of its topic; without that it is of none. */
interface KeyedItem {
  readonly item: TopicItem;
  readonly key: string | undefined;
}

/** Of a body, one meeting changes at a time. */
const keyed = new WeakMap<PublicMeeting, readonly KeyedItem[]>();

function keyItems(body: PublicBody, meeting: PublicMeeting): readonly KeyedItem[] {
  const before = keyed.get(meeting);
  const items =
    before?.map(({ item, key }) => ({ item: { ...item, body }, key })) ??
    listTopicItems(body, meeting).map((item) => ({ item, key: keyOf(item) }));
  keyed.set(meeting, items);
  return items;
}

function keyOf(item: TopicItem): string | undefined {
  return item.topic === undefined ? topicKeyOfTitle(item.title, yearOfItem(item)) : topicKey(item.topic);
}

/** The year of an item's meeting. */
export function yearOfItem({ meeting }: TopicItem): number {
  return Number(meeting.date.slice(0, 4));
}
