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
  const before = topic.items.findLast(({ meeting }) => meeting.date < item.meeting.date);
  const after = topic.items.find(({ meeting }) => meeting.date > item.meeting.date);
  return {
    topic: linkToTopic(assembly, topic),
    ...(before === undefined ? {} : { before: linkToTopicItem(assembly, before) }),
    ...(after === undefined ? {} : { after: linkToTopicItem(assembly, after) }),
  };
}

/** Earlier and later reports, the nearest first. */
export function reportHistory(assembly: LinkMaker, { topic, item }: TopicPlace): ReportHistory {
  const links = (items: readonly TopicItem[]): PaperLink[] =>
    items.flatMap(({ meeting, reports }) =>
      reports.map((report) => {
        const link = linkToReport(assembly, meeting, report);
        return { ...link, title: `${link.title}, ${formatDate(meeting.date)}` };
      }),
    );
  return {
    topic: linkToTopic(assembly, topic),
    earlier: links(topic.items.filter(({ meeting }) => meeting.date < item.meeting.date).toReversed()),
    later: links(topic.items.filter(({ meeting }) => meeting.date > item.meeting.date)),
  };
}

/** The later items of a topic, the next one first. */
export function laterItems(assembly: LinkMaker, { topic, item }: TopicPlace): Link[] {
  return topic.items
    .filter(({ meeting }) => meeting.date > item.meeting.date)
    .map((later) => linkToTopicItem(assembly, later));
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
