import { calendarLine } from './calendar-line.ts';

/** The time zone that meetings are held in, by its name in the time zone database. */
export const timeZoneName = 'Europe/London';

/** Its rule since 1996 as a VTIMEZONE (RFC 5545, section 3.6.5), which a calendar must bring with it. */
export function londonTimeZone(): string[] {
  return [
    'BEGIN:VTIMEZONE',
    calendarLine('TZID', timeZoneName),
    ...change('DAYLIGHT', 'BST', '+0000', '+0100', '19960331T010000', '3'),
    ...change('STANDARD', 'GMT', '+0100', '+0000', '19961027T020000', '10'),
    'END:VTIMEZONE',
  ];
}

function change(
  kind: string,
  name: string,
  from: string,
  to: string,
  first: string,
  month: string,
): string[] {
  return [
    `BEGIN:${kind}`,
    calendarLine('DTSTART', first),
    calendarLine('TZOFFSETFROM', from),
    calendarLine('TZOFFSETTO', to),
    calendarLine('TZNAME', name),
    calendarLine('RRULE', `FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`),
    `END:${kind}`,
  ];
}
