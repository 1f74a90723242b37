import { absoluteUrlOf, meetingAddress, minutesAddress } from './addresses.ts';
import type { Assembly, SiteAssembly } from './assembly.ts';
import { citationOf, citedItem } from './citation.ts';
import type { DecisionProps } from './decision-props.ts';
import { decisionProps } from './decision-props.ts';
import { formatDate, formatMeetingDay } from './format-date.ts';
import { nameOfMinute } from './minute-props.ts';
import type { Link } from './layout.ts';
import type { PageText } from './page-text.ts';
import type { PaperLink } from './paper-link.ts';
import { papersOfMinute } from './papers-of-minute.ts';
import type { RegisterEntry } from './register.ts';
import type { TopicPlace } from './topics/topic-finder.ts';
import { laterItems, linkToTopic } from './topics/topic-links.ts';

/** A resolution in the register or on the home page. The item is named: "that the update be noted" alone says nothing. */
export type ResolutionProps = OwnResolutionProps & {
  /** The page with the whole history of its item, where it came back. */
  readonly topic?: Link;
  /** The later items of that topic, the next one first. */
  readonly later: readonly Link[];
};

/** What is shown of a resolution without what came of its item at later meetings. */
export type OwnResolutionProps = {
  /** Its own id in the register. With an underscore, which no id of a paper's text has. */
  readonly anchor: string;
  readonly date: string;
  readonly day: string;
  readonly body: string;
  readonly meetingHref: string;
  readonly code?: string;
  readonly item: string;
  readonly decision: DecisionProps;
  /** What was before the meeting. */
  readonly papers: readonly PaperLink[];
  /** How to name it in writing, with its address in the minutes. */
  readonly citation: string;
  /** What the register is filtered by, in the words of addresses. */
  readonly filter: { readonly year: string; readonly body: string; readonly outcomes: string };
};

/** A resolution in its own words, outside its minutes, and where its item came back. */
export function resolutionProps(
  assembly: SiteAssembly,
  entry: RegisterEntry,
  pageText: PageText,
): ResolutionProps {
  return withTopic(assembly, ownResolutionProps(assembly, entry, pageText), topicOf(assembly, entry));
}

/** Where a resolution stands in the history of its item. */
export function topicOf(
  { topics }: Pick<SiteAssembly, 'topics'>,
  { meeting, minute }: RegisterEntry,
): TopicPlace | undefined {
  return topics.ofMinute(meeting, minute.anchor);
}

/** Adds where its item came back. */
export function withTopic(
  assembly: Pick<Assembly, 'href'>,
  own: OwnResolutionProps,
  topic: TopicPlace | undefined,
): ResolutionProps {
  return {
    ...own,
    ...(topic === undefined ? {} : { topic: linkToTopic(assembly, topic.topic) }),
    later: topic === undefined ? [] : laterItems(assembly, topic),
  };
}

/** A resolution in its own words, made of its meeting and of what that asks of the site around it. */
export function ownResolutionProps(
  assembly: Assembly,
  entry: RegisterEntry,
  pageText: PageText,
): OwnResolutionProps {
  const { body, meeting, minute, resolution } = entry;
  const base = `${assembly.href(minutesAddress(meeting))}#`;
  const text = {
    body: body.slug,
    meeting: meeting.slug,
    fragmentBase: base,
    // Of the body too: resolutions of two bodies that met on one day stand on one page.
    idPrefix: `${body.slug}-${meeting.slug}-`,
    headingLevel: 4,
  };
  const { code } = minute.minute;
  return {
    anchor: `${body.slug}_${meeting.slug}_${resolution.anchor}`,
    date: meeting.date,
    day: formatMeetingDay(meeting),
    body: body.title,
    meetingHref: assembly.href(meetingAddress(meeting)),
    ...(code === undefined ? {} : { code }),
    item: minute.minute.title,
    decision: decisionProps(resolution, {
      pageText,
      text,
      anchorBase: base,
      // The same item comes back, so that its name alone would not tell two links apart.
      about: `${nameOfMinute(minute.minute)}, ${formatDate(meeting.date)}`,
      resolutionLabel: 'Resolution',
    }),
    papers: papersOfMinute(assembly, body, meeting, minute.minute),
    citation: `${citationOf(body, meeting, citedItem(code), `resolution ${resolution.decision.order}`)}, ${absoluteUrlOf(assembly.site, `${minutesAddress(meeting)}#${resolution.anchor}`)}`,
    filter: {
      year: meeting.date.slice(0, 4),
      body: body.slug,
      outcomes: entry.outcomes.join(' '),
    },
  };
}
