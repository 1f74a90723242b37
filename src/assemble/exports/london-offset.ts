/**
 * How far clocks in England are from UTC at a clock time of a day: `+01:00` from the last Sunday of March to the last
 * Sunday of October, as since 1996. Written here because the time zones that a machine knows differ with its age.
 */
export function londonOffset(day: string, time: string): '+00:00' | '+01:00' {
  const year = Number(day.slice(0, 4));
  const clock = `${day}T${time}`;
  // Clocks go forward at one and back at two; the hour that comes twice is counted as summer.
  const isSummer = clock >= `${lastSunday(year, 3)}T01:00` && clock < `${lastSunday(year, 10)}T02:00`;
  return isSummer ? '+01:00' : '+00:00';
}

/** The last Sunday of a month that has 31 days. */
function lastSunday(year: number, month: 3 | 10): string {
  const weekdayOfLast = new Date(Date.UTC(year, month - 1, 31)).getUTCDay();
  return `${year}-${String(month).padStart(2, '0')}-${31 - weekdayOfLast}`;
}
