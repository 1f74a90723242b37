/** A clock time as an agenda prints it (`10.00 am`, `10:00`, `10am`, `1.30 pm`, `13:00`, `12 noon`) as `hh:mm`; undefined when it is none. */
export function parseClockTime(typed: string): string | undefined {
  if (/^(?:12(?:[:.]00)? ?)?(?:noon|midday)$/i.test(typed.trim())) return '12:00';
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (match === null) return undefined;
  const half = match[3]?.toLowerCase();
  const written = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  // 12 am is midnight and 12 pm noon; `13.00 pm` is typed often enough, and clear.
  const hour = half === undefined || written > 12 ? written : (written % 12) + (half === 'pm' ? 12 : 0);
  return hour > 23 || minute > 59 ? undefined : `${twoDigits(hour)}:${twoDigits(minute)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
