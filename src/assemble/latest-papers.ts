import type { PublicBody, PublicMeeting, PublicReport, PublicSupplement } from '../model/publication.ts';
import { meetingAddress } from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { dayOfPaper, recordedDay } from './exports/listed-papers.ts';
import { formatDate } from './format-date.ts';
import type { PaperLink } from './paper-link.ts';
import { linkToAgenda, linkToMinutes, linkToReport } from './paper-link.ts';
import { isSameCode, itemsOf } from './papers-of-item.ts';

/** A paper in a list of papers of many meetings. */
export type LatestPaper = PaperLink & {
  readonly body: string;
  readonly day: string;
  /** `18 November 2021`, where it is recorded. */
  readonly published?: string;
};

/**
 * The newest papers: by the day of publication, or the meeting's day where that is not recorded. Of those of one day the
 * minutes stand first, which were made last, and the others as on the agenda.
 */
export function latestPapers(assembly: SiteAssembly, count: number): LatestPaper[] {
  const papers = assembly.publication.bodies.flatMap((body) =>
    body.meetings.flatMap((meeting) => datedPapers(assembly, body, meeting)),
  );
  papers.sort((first, second) => (first.date < second.date ? 1 : first.date > second.date ? -1 : 0));
  return papers.slice(0, count).flatMap(showPaper);
}

function showPaper({ makeLink, body, meeting, published }: DatedPaper): LatestPaper[] {
  const link = makeLink();
  if (link === undefined) return [];
  const made = published === undefined ? {} : { published: formatDate(published) };
  return [{ ...link, body: body.title, day: formatDate(meeting.date), ...made }];
}

/** A paper with its day. Its link is made only if it is shown: to count the words of every paper takes long. */
interface DatedPaper {
  readonly body: PublicBody;
  readonly meeting: PublicMeeting;
  readonly date: string;
  readonly published?: string;
  readonly makeLink: () => PaperLink | undefined;
}

function datedPapers(assembly: SiteAssembly, body: PublicBody, meeting: PublicMeeting): DatedPaper[] {
  const { minutes, agenda, supplements } = meeting;
  const dated = (typed: string | undefined, makeLink: () => PaperLink | undefined): DatedPaper => {
    const published = recordedDay(typed);
    const date = dayOfPaper(assembly, typed, meeting);
    return { body, meeting, date, ...(published === undefined ? {} : { published }), makeLink };
  };
  return [
    ...(minutes === undefined
      ? []
      : [dated(minutes.published, () => linkToMinutes(assembly, body, meeting))]),
    ...(agenda === undefined ? [] : [dated(agenda.published, () => linkToAgenda(assembly, meeting))]),
    ...supplements.map((supplement) =>
      dated(supplement.published, () => linkToSupplement(assembly, meeting, supplement)),
    ),
    ...inAgendaOrder(meeting).map((report) =>
      dated(report.published, () => linkToReport(assembly, meeting, report)),
    ),
  ];
}

function linkToSupplement(
  assembly: SiteAssembly,
  meeting: PublicMeeting,
  { title, name }: PublicSupplement,
): PaperLink {
  return {
    title,
    href: assembly.href(`${meetingAddress(meeting)}#${name}`),
    details: 'Supplement to the agenda',
    apart: `supplement, ${formatDate(meeting.date)}`,
  };
}

/** As the agenda has their items; those of no item last. */
function inAgendaOrder(meeting: PublicMeeting): readonly PublicReport[] {
  const codes = itemsOf(meeting).map(({ code }) => code);
  const placeOf = ({ item }: PublicReport): number => {
    const place = codes.findIndex((code) => isSameCode(code, item));
    return place === -1 ? codes.length : place;
  };
  return meeting.reports.toSorted((first, second) => placeOf(first) - placeOf(second));
}
