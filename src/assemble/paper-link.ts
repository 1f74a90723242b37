import type { PublicAttachment, PublicBodyHead, PublicMeeting, PublicReport } from '../model/publication.ts';
import { attachmentAddress, meetingAddress, minutesAddress, reportAddress } from './addresses.ts';
import type { LinkMaker } from './assembly.ts';
import { formatDate } from './format-date.ts';
import type { Link } from './layout.ts';
import { capitalise, countOf, formatSize, listInWords } from './phrase.ts';
import { lengthOf } from './word-count.ts';

/** A paper as a line of a list: its title leads to it, and the details say what it is. */
export type PaperLink = {
  readonly title: string;
  readonly href: string;
  readonly details: string;
  /** What tells it from another of the same title: said where a page has both. */
  readonly apart: string;
  /** That, on such a page. */
  readonly spoken?: string;
  /** The reports in whose place it stands. */
  readonly replaces?: readonly Link[];
};

/** A report: `Report by Mark Powell, 1,204 words`. */
export function linkToReport(assembly: LinkMaker, meeting: PublicMeeting, report: PublicReport): PaperLink {
  const by = report.authors.length === 0 ? '' : ` by ${listInWords(report.authors.map(nameOf))}`;
  const { replacedBy } = report;
  const since = replacedBy?.date === undefined ? '' : ` on ${formatDate(replacedBy.date)}`;
  return {
    title: report.title,
    href: assembly.href(reportAddress(meeting, report.name)),
    details: `${report.isAppendix ? 'Appendix' : 'Report'}${by}, ${lengthOf(report)}${replacedBy === undefined ? '' : `, replaced${since}`}`,
    apart: `${report.isAppendix ? 'appendix' : 'report'}${report.item === undefined ? '' : ` for item ${report.item}`}, ${formatDate(meeting.date)}`,
  };
}

/** The minutes of a meeting: `Notes of 13 July 2021, 2,410 words`. Nothing when there are none. */
export function linkToMinutes(
  assembly: LinkMaker,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): PaperLink | undefined {
  if (meeting.minutes === undefined) return undefined;
  return {
    title: meeting.minutes.title,
    href: assembly.href(minutesAddress(meeting)),
    details: `${capitalise(body.minutesCalled)} of ${formatDate(meeting.date)}, ${lengthOf(meeting.minutes)}`,
    apart: `${body.minutesCalled} of ${formatDate(meeting.date)}`,
  };
}

/** The agenda of a meeting, which is its page. */
export function linkToAgenda(assembly: LinkMaker, meeting: PublicMeeting): PaperLink | undefined {
  if (meeting.agenda === undefined) return undefined;
  return {
    title: meeting.agenda.title,
    href: assembly.href(meetingAddress(meeting)),
    details: `Agenda for ${formatDate(meeting.date)}`,
    apart: `agenda for ${formatDate(meeting.date)}`,
  };
}

const kinds = { image: 'Image', pdf: 'PDF', csv: 'CSV table' } as const;

/** A file: `PDF, 12 pages, 1.4 MB`. */
export function linkToAttachment(
  assembly: LinkMaker,
  meeting: PublicMeeting,
  file: PublicAttachment,
  title?: string,
): PaperLink {
  const pages = file.pages === undefined ? '' : `, ${countOf(file.pages, 'page', 'pages')}`;
  return {
    title: title ?? file.name,
    href: assembly.href(attachmentAddress(meeting, file.name)),
    details: `${kinds[file.kind]}${pages}, ${formatSize(file.bytes.byteLength)}`,
    apart: `file ${file.name}, ${formatDate(meeting.date)}`,
  };
}

/** The name in `Name - role`. */
function nameOf(author: string): string {
  return author.split(/ [-–—] /)[0]!.trim();
}
