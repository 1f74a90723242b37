import type { Page } from '../model/page.ts';
import type { PublicBody, PublicMember } from '../model/publication.ts';
import { bodyAddress, bodyResolutionsAddress } from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { contactProps } from './contact-props.ts';
import { bodyCalendarAddress, bodyFeedAddress, subscribeAddress } from './exports/export-addresses.ts';
import { betweenDays } from './format-date.ts';
import { layoutOf } from './layout.ts';
import type { MeetingLine } from './meeting-line.ts';
import { meetingLine } from './meeting-line.ts';
import { pageOf } from './page-of.ts';
import { createPageText } from './page-text.ts';
import { capitalise, countOf, withArticle } from './phrase.ts';
import { topicLines } from './topics/topic-pages.ts';

/** The page of a body: what it is, its next meeting, its meetings by year, its members now. */
export function bodyPage(assembly: SiteAssembly, body: PublicBody): Page {
  const address = bodyAddress(body.slug);
  const { date } = assembly.publication;
  const text = { body: body.slug, fragmentBase: '#', idPrefix: '', headingLevel: 2 };
  const about = createPageText(assembly).html(body.about, text);
  // Meetings stand newest first, so the next one is the last that is not past.
  const next = body.meetings.findLast(
    (meeting) => meeting.date >= date && meeting.agenda?.status === undefined,
  );
  return pageOf(address, 'body', {
    layout: layoutOf(assembly, {
      address,
      title: body.title,
      description: describeBody(body),
      breadcrumbs: [{ text: body.title }],
    }),
    title: body.title,
    ...(body.formerly === undefined ? {} : { formerly: body.formerly }),
    ...(body.partOf === undefined ? {} : { partOf: body.partOf }),
    ...(about === undefined ? {} : { aboutHtml: about }),
    ...(next === undefined ? {} : { next: meetingLine(assembly, body, next) }),
    years: meetingsByYear(body.meetings.map((meeting) => meetingLine(assembly, body, meeting))),
    topics: topicLines(
      assembly,
      assembly.topics.all.filter((topic) => topic.items.some((item) => item.body === body)),
    ),
    resolutions: {
      text: `Resolutions of ${withArticle(body.title)}`,
      href: assembly.href(bodyResolutionsAddress(body.slug)),
    },
    follow: [
      { text: 'Meetings as a calendar', href: assembly.href(bodyCalendarAddress(body.slug)) },
      { text: 'New papers as a feed', href: assembly.href(bodyFeedAddress(body.slug)) },
      { text: 'How to subscribe', href: assembly.href(subscribeAddress) },
    ],
    members: body.members.filter((member) => isMemberOn(member, date)).map(memberLine),
    partners: body.partners,
    ...(body.contact === undefined ? {} : { contact: contactProps(body.contact) }),
  });
}

/** What is on a body's page, in a sentence with numbers. */
function describeBody({ title, meetings }: PublicBody): string {
  const what = `${capitalise(withArticle(title))}: meetings, papers, decisions, members and contact.`;
  const [newest, oldest] = [meetings[0], meetings.at(-1)];
  if (newest === undefined || oldest === undefined) return what;
  return `${what} ${countOf(meetings.length, 'meeting', 'meetings')} ${betweenDays(oldest.date, newest.date)}.`;
}

function meetingsByYear(lines: readonly MeetingLine[]): { year: string; meetings: MeetingLine[] }[] {
  const years = new Map<string, MeetingLine[]>();
  for (const line of lines) {
    const year = line.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), line]);
  }
  return [...years].map(([year, meetings]) => ({ year, meetings }));
}

/** Whether somebody is a member on a day; the days of coming and going count as membership. */
export function isMemberOn(member: PublicMember, date: string): boolean {
  return (member.from === undefined || member.from <= date) && (member.to === undefined || member.to >= date);
}

function memberLine(member: PublicMember): { name: string; details?: string } {
  const details = [member.role, member.for].filter((words) => words !== undefined).join(', ');
  return { name: member.name, ...(details === '' ? {} : { details }) };
}
