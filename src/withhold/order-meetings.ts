import { groupBy } from '../model/group-by.ts';
import { parseClockTime } from '../model/parse-clock-time.ts';
import { compareText } from '../model/problem.ts';
import type { PublicMeeting } from '../model/publication.ts';

/**
 * A body's meetings, the newest first. Those of one day stand by the times that their agendas give; unless each of them has
 * one, by the suffix of the folder, of which 10 comes after 2.
 */
export function orderMeetings(meetings: readonly PublicMeeting[]): readonly PublicMeeting[] {
  const days = [...groupBy(meetings, ({ date }) => date)];
  return days
    .sort(([first], [second]) => compareText(second, first))
    .flatMap(([, ofDay]) => orderDay(ofDay).toReversed());
}

function orderDay(meetings: readonly PublicMeeting[]): readonly PublicMeeting[] {
  const times = new Map(meetings.map((meeting) => [meeting, timeOf(meeting)]));
  const areTimed = [...times.values()].every((time) => time !== '');
  const byTime = (first: PublicMeeting, second: PublicMeeting): number =>
    areTimed ? compareText(times.get(first)!, times.get(second)!) : 0;
  return meetings.toSorted(
    (first, second) => byTime(first, second) || compareText(slugKey(first), slugKey(second)),
  );
}

function timeOf({ agenda }: PublicMeeting): string {
  return parseClockTime(agenda?.time ?? '') ?? '';
}

/** The folder's name with its numbers of one length. */
function slugKey({ slug }: PublicMeeting): string {
  return slug.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}
