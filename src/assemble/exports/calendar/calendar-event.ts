import type { PublicBodyHead, PublicMeeting } from '../../../model/publication.ts';
import { absoluteUrlOf, meetingAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { meetingStatus } from '../../meeting-facts.ts';
import { meetingLine } from '../../meeting-line.ts';
import { capitalise } from '../../phrase.ts';
import { meetingId } from '../export-addresses.ts';
import { meetingTimes } from '../meeting-times.ts';
import { calendarLine, escapeText } from './calendar-line.ts';
import { eventRevision } from './event-revision.ts';
import { timeZoneName } from './london-time-zone.ts';

/** How long a meeting is shown whose end no paper tells: an event without one would have no length, and many programs show none. */
const usualDuration = 'PT2H';

/** A meeting as a VEVENT (RFC 5545, section 3.6.1). Without a time it takes the whole day, without an end two hours. */
export function calendarEvent(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): string[] {
  const { site } = assembly;
  const { agenda } = meeting;
  const url = absoluteUrlOf(site, meetingAddress(meeting));
  const venue = agenda?.venue ?? meeting.minutes?.venue;
  const word = agenda?.status?.word;
  // A meeting that was put off is not held on this day either; its new day is an event of its own.
  const isOff = word === 'cancelled' || word === 'postponed';
  const { sequence, day } = eventRevision(assembly, meeting);
  return [
    'BEGIN:VEVENT',
    calendarLine('UID', `${meetingId(meeting)}@${new URL(site.url).hostname}`),
    calendarLine('DTSTAMP', `${basic(day)}T000000Z`),
    calendarLine('LAST-MODIFIED', `${basic(day)}T000000Z`),
    calendarLine('SEQUENCE', String(sequence)),
    calendarLine('STATUS', isOff ? 'CANCELLED' : 'CONFIRMED'),
    calendarLine('SUMMARY', escapeText(isOff ? `${capitalise(word)}: ${body.title}` : body.title)),
    ...timeLines(meeting),
    ...(venue === undefined ? [] : [calendarLine('LOCATION', escapeText(venue))]),
    calendarLine('DESCRIPTION', escapeText(describe(assembly, body, meeting, url))),
    calendarLine('URL', url),
    // To know of a public meeting is not to be busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function timeLines(meeting: PublicMeeting): string[] {
  const { start, end } = meetingTimes(meeting);
  const at = (name: string, time: string): string =>
    calendarLine(`${name};TZID=${timeZoneName}`, `${basic(meeting.date)}T${time.replace(':', '')}00`);
  if (start === undefined) return [calendarLine('DTSTART;VALUE=DATE', basic(meeting.date))];
  return [
    at('DTSTART', start),
    end === undefined ? calendarLine('DURATION', usualDuration) : at('DTEND', end),
  ];
}

/** The link stands among the words too: many programs do not show the property for it. */
function describe(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting, url: string): string {
  const status = meetingStatus(assembly, body, meeting);
  const { watch, attend } = meeting.agenda ?? {};
  const { start, end } = meetingTimes(meeting);
  const lines = [
    status?.text,
    status?.because,
    status?.replacedBy === undefined ? undefined : `${status.replacedBy.name} ${status.replacedBy.value}.`,
    `${meetingLine(assembly, body, meeting).holds}: ${url}`,
    start === undefined || end !== undefined ? undefined : 'No paper says when it ends; two hours are shown.',
    watch === undefined ? undefined : `Watch: ${watch}`,
    attend === undefined ? undefined : `Attend: ${attend}`,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

/** A day without hyphens, as calendars write it. */
function basic(day: string): string {
  return day.replaceAll('-', '');
}
