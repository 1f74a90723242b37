import type { OutputFile } from '../../../model/page.ts';
import type { PublicBody } from '../../../model/publication.ts';
import { absoluteUrlOf } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { bodyCalendarAddress, siteCalendarAddress } from '../export-addresses.ts';
import { textFile } from '../text-file.ts';
import { calendarEvent } from './calendar-event.ts';
import { calendarLine, escapeText } from './calendar-line.ts';
import { londonTimeZone } from './london-time-zone.ts';

/**
 * The calendars of the site and of each body (RFC 5545, with the name and source of RFC 7986). Written here and not by
 * the package `ics`, which knows no time zone (an hour would move with the reader) and stamps what it is not told with
 * the clock. There is no METHOD, which belongs to invitations.
 */
export function calendarFiles(assembly: Assembly): OutputFile[] {
  const { site, publication } = assembly;
  return [
    calendarFile(assembly, siteCalendarAddress, site.name, publication.bodies),
    ...publication.bodies.map((body) =>
      calendarFile(assembly, bodyCalendarAddress(body.slug), body.title, [body]),
    ),
  ];
}

function calendarFile(
  assembly: Assembly,
  address: string,
  name: string,
  bodies: readonly PublicBody[],
): OutputFile {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Minutebook//Meetings//EN',
    'CALSCALE:GREGORIAN',
    calendarLine('NAME', escapeText(name)),
    // What programs read that are older than NAME.
    calendarLine('X-WR-CALNAME', escapeText(name)),
    calendarLine('SOURCE;VALUE=URI', absoluteUrlOf(assembly.site, address)),
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...londonTimeZone(),
    ...bodies.flatMap((body) => body.meetings.flatMap((meeting) => calendarEvent(assembly, body, meeting))),
    'END:VCALENDAR',
  ];
  return textFile(address, `${lines.join('\r\n')}\r\n`);
}
