import { meetingAddress, minutesAddress, reportAddress, topicAddress } from '../addresses.ts';
import type { LinkMaker } from '../assembly.ts';
import { formatDate } from '../format-date.ts';
import type { Link } from '../layout.ts';
import type { PaperLink } from '../paper-link.ts';
import { linkToReport } from '../paper-link.ts';
import type { Topic } from './find-topics.ts';
import type { TopicItem } from './list-topic-items.ts';
import type { TopicPlace } from './topic-finder.ts';
import type { ItemHistory, ReportHistory } from './topic-history.ts';

/** The nearest meetings that had the item too. */
export function itemHistory(assembly: LinkMaker, { topic, item }: TopicPlace): ItemHistory {
  const isElsewhere = isElsewhereThan(item);
  const place = topic.items.indexOf(item);
  const before = topic.items.slice(0, place).findLast(isElsewhere);
  const after = topic.items.slice(place + 1).find(isElsewhere);
  return {
    topic: linkToTopic(assembly, topic),
    ...(before === undefined ? {} : { before: linkToTopicItem(assembly, before) }),
    ...(after === undefined ? {} : { after: linkToTopicItem(assembly, after) }),
  };
}

/** Earlier and later reports, the nearest first. */
export function reportHistory(assembly: LinkMaker, { topic, item }: TopicPlace): ReportHistory {
  const links = (items: readonly TopicItem[]): PaperLink[] =>
    items.flatMap((each) => linksToReports(assembly, each));
  const { earlier, later } = around({ topic, item });
  return {
    topic: linkToTopic(assembly, topic),
    earlier: links(earlier.toReversed()),
    later: links(later),
  };
}

/** The reports of an item, each with the day of its meeting. */
export function linksToReports(assembly: LinkMaker, { meeting, reports }: TopicItem): PaperLink[] {
  return reports.map((report) => {
    const link = linkToReport(assembly, meeting, report);
    return { ...link, title: `${link.title}, ${formatDate(meeting.date)}` };
  });
}

/** The later items of a topic, the next one first. */
export function laterItems(assembly: LinkMaker, place: TopicPlace): Link[] {
  return around(place).later.map((later) => linkToTopicItem(assembly, later));
}

/** What a topic has at other meetings, before and after: of the same body on the same day too. */
function around({ topic: { items }, item }: TopicPlace): Around {
  const place = items.indexOf(item);
  const isElsewhere = isElsewhereThan(item);
  return {
    earlier: items.slice(0, place).filter(isElsewhere),
    later: items.slice(place + 1).filter(isElsewhere),
  };
}

function isElsewhereThan(item: TopicItem): (other: TopicItem) => boolean {
  return ({ meeting, body }) =>
    meeting !== item.meeting && (body === item.body || meeting.date !== item.meeting.date);
}

interface Around {
  readonly earlier: readonly TopicItem[];
  readonly later: readonly TopicItem[];
}

/** The page of a topic. */
export function linkToTopic(assembly: LinkMaker, topic: Topic): Link {
  return { text: topic.name, href: assembly.href(topicAddress(topic.slug)) };
}

/** Where an item can be read: on its agenda, else in its minutes, else its report. */
export function linkToTopicItem(assembly: LinkMaker, item: TopicItem): Link {
  const { meeting, body, code } = item;
  const where = code === undefined ? '' : `, item ${code}`;
  return { text: `${formatDate(meeting.date)}${where}`, href: assembly.href(addressOf(item, body.slug)) };
}

function addressOf({ meeting, itemAnchor, minutes, reports }: TopicItem, body: string): string {
  const key = { body, slug: meeting.slug };
  if (itemAnchor !== undefined) return `${meetingAddress(key)}#${itemAnchor}`;
  const [minute] = minutes;
  if (minute !== undefined) return `${minutesAddress(key)}#${minute.anchor}`;
  const [report] = reports;
  return report === undefined ? meetingAddress(key) : reportAddress(key, report.name);
}
