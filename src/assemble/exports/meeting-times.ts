import type { PublicMeeting } from '../../model/publication.ts';
import { londonOffset } from './london-offset.ts';
import { parseClockTime } from '../../model/parse-clock-time.ts';

/** When a meeting begins and is to end: clock times of its day, `10:00`. */
export interface MeetingTimes {
  readonly start?: string;
  readonly end?: string;
}

/**
 * The clock times of a meeting, as far as its papers print them. An end that is not after the start is left out:
 * `closes: 1.00` after `10.00 am` cannot be told from one in the morning, and an end is not made up.
 */
export function meetingTimes({ agenda, minutes }: PublicMeeting): MeetingTimes {
  const start = parseClockTime(agenda?.time ?? minutes?.time ?? '');
  const end = parseClockTime(agenda?.closes ?? '');
  if (start === undefined) return {};
  return end === undefined || end <= start ? { start } : { start, end };
}

/** A clock time of a day in England as a moment: `2021-11-18T10:00:00+00:00` (RFC 3339, and never `Z`, as OParl asks). */
export function momentOf(day: string, time: string): string {
  return `${day}T${time}:00${londonOffset(day, time)}`;
}
