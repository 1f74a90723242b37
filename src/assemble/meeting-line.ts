import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { meetingAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { formatMeetingDay } from './format-date.ts';
import { formatTime } from './format-time.ts';
import { capitalise, countOf, listInWords } from './phrase.ts';

/** A meeting as a line of a list: its day leads to it, and the details say what is there. */
export type MeetingLine = {
  readonly day: string;
  readonly date: string;
  readonly href: string;
  readonly body: string;
  /** `Agenda, 4 reports and notes`. */
  readonly holds: string;
  readonly status?: string;
  readonly venue?: string;
  readonly time?: string;
};

/** A meeting in a list of meetings. */
export function meetingLine(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): MeetingLine {
  const { agenda, minutes } = meeting;
  const venue = agenda?.venue ?? minutes?.venue;
  const time = agenda?.time ?? minutes?.time;
  return {
    day: formatMeetingDay(meeting),
    date: meeting.date,
    href: assembly.href(meetingAddress(meeting)),
    body: body.title,
    holds: whatItHolds(body, meeting),
    ...(agenda?.status === undefined ? {} : { status: capitalise(agenda.status.word) }),
    ...(venue === undefined ? {} : { venue }),
    ...(time === undefined ? {} : { time: formatTime(time) }),
  };
}

/** What can be read of a meeting: `Agenda, 4 reports and notes`. */
export function whatItHolds(body: PublicBodyHead, meeting: PublicMeeting): string {
  const held = [
    ...(meeting.agenda === undefined ? [] : ['agenda']),
    ...(meeting.reports.length === 0 ? [] : [countOf(meeting.reports.length, 'report', 'reports')]),
    ...(meeting.supplements.length === 0
      ? []
      : [countOf(meeting.supplements.length, 'supplement', 'supplements')]),
    ...(meeting.minutes === undefined ? [] : [body.minutesCalled]),
  ];
  return held.length === 0 ? 'No papers yet' : capitalise(listInWords(held));
}
