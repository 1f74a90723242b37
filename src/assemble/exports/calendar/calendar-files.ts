import type { OutputFile } from '../../../model/page.ts';
import { absoluteUrlOf } from '../../addresses.ts';
import type { SiteAssembly } from '../../assembly.ts';
import { bodyCalendarAddress, siteCalendarAddress } from '../export-addresses.ts';
import type { MeetingExports } from '../meeting-exports.ts';
import { fileOfLines } from '../file-of-lines.ts';
import { calendarLine, escapeText } from './calendar-line.ts';
import { londonTimeZone } from './london-time-zone.ts';

/**
 * The calendars of the site and of each body (RFC 5545, with the name and source of RFC 7986). Written here and not by
 * the package `ics`, which knows no time zone (an hour would move with the reader) and stamps what it is not told with
 * the clock. There is no METHOD, which belongs to invitations.
 */
export function calendarFiles(assembly: SiteAssembly, meetings: readonly MeetingExports[]): OutputFile[] {
  const { site, publication } = assembly;
  return [
    calendarFile(assembly, siteCalendarAddress, site.name, meetings),
    ...publication.bodies.map((body) =>
      calendarFile(
        assembly,
        bodyCalendarAddress(body.slug),
        body.title,
        meetings.filter((meeting) => meeting.body === body.slug),
      ),
    ),
  ];
}

function calendarFile(
  assembly: SiteAssembly,
  address: string,
  name: string,
  meetings: readonly MeetingExports[],
): OutputFile {
  const about = { name, source: absoluteUrlOf(assembly.site, address) };
  const events = meetings.map(({ lines }) => lines.event);
  return fileOfLines(address, about, events, writeCalendar);
}

function writeCalendar(
  { name, source }: { readonly name: string; readonly source: string },
  events: readonly string[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Minutebook//Meetings//EN',
    'CALSCALE:GREGORIAN',
    calendarLine('NAME', escapeText(name)),
    // What programs read that are older than NAME.
    calendarLine('X-WR-CALNAME', escapeText(name)),
    calendarLine('SOURCE;VALUE=URI', source),
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...londonTimeZone(),
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
