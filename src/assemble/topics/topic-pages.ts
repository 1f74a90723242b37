import { digestOfJson } from '../../model/made.ts';
import type { Page, PropValue } from '../../model/page.ts';
import type { PublicMeeting } from '../../model/publication.ts';
import { topicAddress, topicsAddress } from '../addresses.ts';
import type { SiteAssembly } from '../assembly.ts';
import { feedAddress, subscribeAddress } from '../exports/export-addresses.ts';
import { createExportsFinder, type MeetingExports } from '../exports/meeting-exports.ts';
import { betweenDays } from '../format-date.ts';
import { layoutOf } from '../layout.ts';
import { pageMadeFrom, pageOf } from '../page-of.ts';
import { countOf, listInWords, withArticle } from '../phrase.ts';
import type { Topic } from './find-topics.ts';
import type { TopicItem } from './list-topic-items.ts';
import { openMatters } from './open-matters.ts';
import type { TopicEntryProps } from './topic-entry-props.ts';
import { linkToTopic } from './topic-links.ts';

const topics = 'Topics that keep coming back';

/**
 * The list of topics, and the page of each with its whole history. `ofMeetings` has what was made of each meeting, in the order of
 * the publication.
 */
export function topicPages(assembly: SiteAssembly, ofMeetings: readonly MeetingExports[]): Page[] {
  const findExports = createExportsFinder(assembly, ofMeetings);
  const read = new Map<PublicMeeting, readonly string[]>();
  const items: ItemLines = {
    digestOf: ({ meeting, place }) => findExports(meeting).lines['topic-items'].digests()[place]!,
    read: ({ meeting, place }) => {
      const lines = read.get(meeting) ?? findExports(meeting).lines['topic-items'].read();
      read.set(meeting, lines);
      return JSON.parse(lines[place]!) as TopicEntryProps;
    },
  };
  return [listPage(assembly), ...assembly.topics.all.map((topic) => topicPage(assembly, topic, items))];
}

/** Items as pages of topics show them. */
interface ItemLines {
  /** A value of JSON that is another one where anything that is shown of the item is another. */
  readonly digestOf: (item: TopicItem) => PropValue;
  readonly read: (item: TopicItem) => TopicEntryProps;
}

function listPage(assembly: SiteAssembly): Page {
  return pageOf(topicsAddress, 'topics', {
    layout: layoutOf(assembly, {
      address: topicsAddress,
      title: topics,
      description: `${countOf(assembly.topics.all.length, 'item', 'items')} that two meetings or more had, each with its reports, decisions and dates in order.`,
      breadcrumbs: [{ text: topics }],
    }),
    title: topics,
    topics: topicLines(assembly, assembly.topics.all),
  });
}

/** A topic in a list of topics: its name leads to it, and the details say how much there is. */
export type TopicLine = { readonly title: string; readonly href: string; readonly details: string };

/** Topics as lines of a list. */
export function topicLines(assembly: SiteAssembly, shown: readonly Topic[]): TopicLine[] {
  return shown.map((topic) => {
    const { text, href } = linkToTopic(assembly, topic);
    return { title: text, href, details: extentOf(topic) };
  });
}

function topicPage(assembly: SiteAssembly, topic: Topic, items: ItemLines): Page {
  const address = topicAddress(topic.slug);
  const bodies = [...new Set(topic.items.map(({ body }) => body.title))];
  const description = `${topic.name}: reports and decisions of ${listInWords(bodies.map(withArticle))}. ${extentOf(topic)}.`;
  const about = {
    layout: layoutOf(assembly, {
      address,
      title: topic.name,
      description,
      breadcrumbs: [{ text: topics, href: assembly.href(topicsAddress) }, { text: topic.name }],
    }),
    caption: 'Topic',
    title: topic.name,
    extent: `${extentOf(topic)}. The oldest stands first.`,
    open: openMatters(assembly, topic),
    withBody: bodies.length > 1,
    follow: [
      { text: 'What is new on this topic, as a feed', href: assembly.href(feedAddress(address)) },
      { text: 'How to subscribe', href: assembly.href(subscribeAddress) },
    ],
  };
  return pageMadeFrom(
    address,
    'topic',
    () => digestOfJson([about, topic.items.map(items.digestOf)]),
    () => ({ ...about, entries: topic.items.map(items.read) }),
  );
}

/** `At 5 meetings between 13 July 2021 and 23 July 2025`. */
function extentOf({ items }: Topic): string {
  const meetings = new Set(items.map(({ meeting }) => meeting)).size;
  return `At ${countOf(meetings, 'meeting', 'meetings')} ${betweenDays(items[0]!.meeting.date, items.at(-1)!.meeting.date)}`;
}
