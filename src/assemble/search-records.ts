import type { SearchRecord } from '../model/page.ts';
import type { PublicBodyHead, PublicMeeting, PublicMinutes, PublicReport } from '../model/publication.ts';
import { meetingAddress, minutesAddress, reportAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { formatDate } from './format-date.ts';
import { agendaOnOwnPage } from './agenda-on-page.ts';
import { minutesOnOwnPage } from './minutes-props.ts';
import { itemsOf } from './papers-of-item.ts';
import { paperRecord } from './paper-record.ts';
import { agendaContentHtml, minutesContentHtml, reportContentHtml } from './record-contents.ts';
import { reportOnOwnPage } from './report-props.ts';

/** The records of the papers of one meeting. */
export function paperRecords(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): SearchRecord[] {
  // Those of a day are listed in this order.
  const standing = meeting.reports.filter(({ replacedBy }) => replacedBy === undefined);
  const replaced = meeting.reports.filter(({ replacedBy }) => replacedBy !== undefined);
  return [
    ...agendaRecord(assembly, body, meeting),
    ...[...standing, ...replaced].map((report) => reportRecord(assembly, body, meeting, report)),
    ...(meeting.minutes === undefined ? [] : [minutesRecord(assembly, body, meeting, meeting.minutes)]),
  ];
}

function agendaRecord(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): SearchRecord[] {
  const { agenda, supplements } = meeting;
  if (agenda === undefined && supplements.length === 0) return [];
  const shown = agendaOnOwnPage(assembly, body, meeting);
  return [
    paperRecord({
      ...common(body, meeting),
      address: meetingAddress(meeting),
      type: 'agenda',
      language: agenda?.language ?? assembly.site.language,
      title: agenda?.title ?? supplements[0]!.title,
      items: itemsOf(meeting).map(({ code }) => code),
      contentHtml: agendaContentHtml(shown.introductionHtml ?? '', shown.parts, shown.supplements),
    }),
  ];
}

function reportRecord(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  report: PublicReport,
): SearchRecord {
  return paperRecord({
    ...common(body, meeting),
    address: reportAddress(meeting, report.name),
    type: 'report',
    language: report.language ?? assembly.site.language,
    title: report.title,
    ...(report.item === undefined ? {} : { item: report.item, items: [report.item] }),
    isReplaced: report.replacedBy !== undefined,
    contentHtml: reportContentHtml(reportOnOwnPage(assembly, meeting, report).props),
  });
}

function minutesRecord(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  minutes: PublicMinutes,
): SearchRecord {
  return paperRecord({
    ...common(body, meeting),
    address: minutesAddress(meeting),
    type: 'minutes',
    called: body.minutesCalled,
    language: minutes.language ?? assembly.site.language,
    title: minutes.title,
    items: distinct(minutes.minutes.map(({ code }) => code)),
    minutes: distinct(
      minutes.minutes.map((minute) => (minute.access === 'open' ? minute.number : undefined)),
    ),
    contentHtml: minutesContentHtml(minutesOnOwnPage(assembly, body, meeting, minutes)),
  });
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

function common(body: PublicBodyHead, meeting: PublicMeeting): { body: string; date: string; day: string } {
  return { body: body.title, date: meeting.date, day: formatDate(meeting.date) };
}
