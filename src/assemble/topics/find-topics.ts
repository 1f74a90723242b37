import { slug } from '../../markdown/slug.ts';
import type { Publication, PublicBody } from '../../model/publication.ts';
import { compareText } from '../../model/problem.ts';
import { createIdTaker } from '../item-anchor.ts';
import { alikeItemsOf, yearOfItem, type AlikeItems } from './items-of-body.ts';
import type { TopicItem } from './list-topic-items.ts';
import { lastingTitle } from './topic-title.ts';

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
export function findTopics({ bodies }: Publication): Topic[] {
  const compare = createComparison(bodies);
  const groups = groupItems(bodies, compare).filter(({ items }) => haveTwoMeetings(items));
  // The oldest has the plain address: one that comes later must not take it away.
  const take = createIdTaker();
  return groups
    .sort((first, second) => compare(first.items[0]!, second.items[0]!))
    .map((group) => ({ group, said: sayOf(group) }))
    .map(({ group, said }) => ({ ...said, slug: take(said.slug), items: group.items }))
    .sort((first, second) => compareText(first.sortedBy, second.sortedBy))
    .map(({ name, slug: taken, items }) => ({ name, slug: taken, items }));
}

type CompareItems = (first: TopicItem, second: TopicItem) => number;

type Group = Pick<AlikeItems, 'key' | 'items'>;

/**
 * The same words in two bodies may mean two things, so that a title counts within its body; a topic that an officer wrote counts
 * everywhere. In the order in which the publication has the first of each.
 */
function groupItems(bodies: readonly PublicBody[], compare: CompareItems): Group[] {
  const written = new Map<string, TopicItem[]>();
  const groups: Group[] = [];
  for (const body of bodies)
    for (const alike of alikeItemsOf(body)) {
      const items = alike.isWritten ? written.get(alike.key) : undefined;
      if (items !== undefined) items.push(...alike.items);
      else if (alike.isWritten) {
        const group = { key: alike.key, items: [...alike.items] };
        written.set(alike.key, group.items);
        groups.push(group);
      } else groups.push(alike);
    }
  for (const items of written.values()) items.sort(compare);
  return groups;
}

function haveTwoMeetings(items: readonly TopicItem[]): boolean {
  return items.some(({ meeting }) => meeting !== items[0]!.meeting);
}

/** The oldest first; bodies and the meetings of a day as the publication has them. */
function createComparison(bodies: readonly PublicBody[]): CompareItems {
  const places = new Map(bodies.flatMap((body) => body.meetings.map((meeting, place) => [meeting, place])));
  return (first, second) =>
    compareText(first.meeting.date, second.meeting.date) ||
    compareText(first.body.slug, second.body.slug) ||
    places.get(second.meeting)! - places.get(first.meeting)!;
}

/** What a topic is called, and would be at best in its address. */
interface Said {
  readonly name: string;
  readonly slug: string;
  readonly sortedBy: string;
}

/** Most groups are those of the last look at the site. */
const known = new WeakMap<readonly TopicItem[], Said>();

function sayOf({ key, items }: Group): Said {
  const before = known.get(items);
  if (before !== undefined) return before;
  const name = nameOf(items);
  const said = { name, slug: slug(key), sortedBy: name.toLowerCase() };
  known.set(items, said);
  return said;
}

/** The newest of the names that officers wrote, else the newest title. */
function nameOf(items: readonly TopicItem[]): string {
  const written = items.findLast((item) => item.topic !== undefined)?.topic;
  const newest = items.at(-1)!;
  return written ?? lastingTitle(newest.title, yearOfItem(newest));
}
