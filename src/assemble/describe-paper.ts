import type { PublicBodyHead, PublicMeeting, PublicReport } from '../model/publication.ts';
import { formatMeetingDay } from './format-date.ts';
import { formatTime } from './format-time.ts';
import { whatItHolds } from './meeting-line.ts';
import { capitalise, countOf, listInWords, withArticle } from './phrase.ts';
import { entriesOf } from './register.ts';

// What search engines and previews of a link say of a page: one sentence or two, in no other page's words.

/** `Meeting of the Harbour Board on Thursday 18 November 2021, 10am, Online: agenda, 3 reports and notes.` */
export function describeMeeting(body: PublicBodyHead, meeting: PublicMeeting): string {
  const { agenda, minutes } = meeting;
  const time = agenda?.time ?? minutes?.time;
  const about = [
    meetingOf(body, meeting),
    ...(time === undefined ? [] : [formatTime(time)]),
    ...[agenda?.venue ?? minutes?.venue].filter((venue) => venue !== undefined),
  ];
  const status = agenda?.status === undefined ? '' : ` (${agenda.status.word})`;
  const holds = whatItHolds(body, meeting);
  return `Meeting ${about.join(', ')}${status}: ${holds.charAt(0).toLowerCase()}${holds.slice(1)}.`;
}

/** `Notes of the meeting of the Harbour Board on Thursday 18 November 2021, with 12 resolutions.` */
export function describeMinutes(body: PublicBodyHead, meeting: PublicMeeting): string {
  const resolutions = entriesOf(body, meeting).length;
  const counted = resolutions === 0 ? '' : `, with ${countOf(resolutions, 'resolution', 'resolutions')}`;
  return `${capitalise(body.minutesCalled)} of the meeting ${meetingOf(body, meeting)}${counted}.`;
}

/** A report's own summary, or whose it is, on which item and for which meeting. */
export function describeReport(
  body: PublicBodyHead,
  meeting: PublicMeeting,
  report: PublicReport,
  code?: string,
): string {
  if (report.summary !== undefined) return report.summary;
  const by = report.authors.length === 0 ? '' : ` by ${listInWords(report.authors)}`;
  const on = code === undefined ? '' : ` on item ${code}`;
  return `${report.title}: ${report.isAppendix ? 'appendix' : 'report'}${by}${on} for the meeting ${meetingOf(body, meeting)}.`;
}

/** `All public papers for the meeting of … on one page, to read or print: 4 papers.` */
export function describePack(body: PublicBodyHead, meeting: PublicMeeting, papers: number): string {
  return `All public papers for the meeting ${meetingOf(body, meeting)} on one page, to read or to print: ${countOf(papers, 'paper', 'papers')} after the agenda.`;
}

function meetingOf(body: PublicBodyHead, meeting: PublicMeeting): string {
  return `of ${withArticle(body.title)} on ${formatMeetingDay(meeting)}`;
}
