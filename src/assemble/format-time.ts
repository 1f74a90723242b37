import { parseClockTime } from '../model/parse-clock-time.ts';

/** `10.00 am`, `10:00` and `13:00` as `10am` and `1pm`, `10.30 am` as `10:30am`. What is not a time comes back as it is. */
export function formatTime(typed: string): string {
  const time = parseClockTime(typed);
  if (time === undefined) return typed;
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3);
  if (minutes === '00' && hour === 12) return 'midday';
  if (minutes === '00' && hour === 0) return 'midnight';
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}
