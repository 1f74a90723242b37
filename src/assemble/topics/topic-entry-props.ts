import { minutesAddress } from '../addresses.ts';
import { decisionsOf } from '../anchor-minutes.ts';
import type { Assembly } from '../assembly.ts';
import type { DecisionProps } from '../decision-props.ts';
import { decisionProps } from '../decision-props.ts';
import { formatDate, formatMeetingDay } from '../format-date.ts';
import type { Link } from '../layout.ts';
import { nameOfMinute } from '../minute-props.ts';
import type { PageText } from '../page-text.ts';
import type { PaperLink } from '../paper-link.ts';
import { linkToReport } from '../paper-link.ts';
import { linksOfItem, remarksOfItem } from '../papers-of-item.ts';
import { capitalise } from '../phrase.ts';
import type { TopicItem } from './list-topic-items.ts';
import { linkToTopicItem } from './topic-links.ts';

/** A topic at one meeting: what was before it, and what it did. */
export type TopicEntryProps = {
  readonly date: string;
  readonly day: string;
  /** To the item, where it is best read. */
  readonly href: string;
  readonly body: string;
  readonly code?: string;
  readonly title: string;
  /** `Cancelled`, where the meeting was not held as announced. */
  readonly status?: string;
  readonly papers: readonly PaperLink[];
  readonly remarks: readonly string[];
  readonly minutes: readonly { readonly decisions: readonly DecisionProps[]; readonly minute: Link }[];
};

/** An item of a topic with its reports, its decisions in their own words and the way to its minute. */
export function topicEntryProps(assembly: Assembly, entry: TopicItem, pageText: PageText): TopicEntryProps {
  const { body, meeting, code, title, item, reports } = entry;
  const status = meeting.agenda?.status?.word;
  return {
    date: meeting.date,
    day: formatMeetingDay(meeting),
    href: linkToTopicItem(assembly, entry).href,
    body: body.title,
    ...(code === undefined ? {} : { code }),
    title,
    ...(status === undefined ? {} : { status: capitalise(status) }),
    papers:
      item === undefined
        ? reports.map((report) => linkToReport(assembly, meeting, report))
        : linksOfItem(assembly, body, meeting, item),
    remarks: item === undefined ? [] : remarksOfItem(assembly, meeting, item),
    minutes: minutesProps(assembly, entry, pageText),
  };
}

function minutesProps(
  assembly: Assembly,
  { body, meeting, minutes }: TopicItem,
  pageText: PageText,
): TopicEntryProps['minutes'] {
  const base = `${assembly.href(minutesAddress(meeting))}#`;
  const called = body.minutesCalled === 'notes' ? 'Notes' : 'Minutes';
  const text = {
    body: body.slug,
    meeting: meeting.slug,
    fragmentBase: base,
    idPrefix: `${body.slug}-${meeting.slug}-`,
    headingLevel: 4,
  };
  return minutes.map((each) => ({
    decisions: decisionsOf(each).map((decision) =>
      decisionProps(decision, {
        pageText,
        text,
        anchorBase: base,
        // The same item comes back, so that its name alone would not tell two links apart.
        about: `${nameOfMinute(each.minute)}, ${formatDate(meeting.date)}`,
        resolutionLabel: 'Decision',
      }),
    ),
    minute: { text: `${called} of ${formatDate(meeting.date)} on this item`, href: base + each.anchor },
  }));
}
