import type { Attendance, PublicMinutes } from '../model/publication.ts';
import { countOf } from './phrase.ts';

/** A list of names under its heading, or that the record does not say. */
export type AttendanceList = {
  readonly heading: string;
  readonly names: readonly string[];
  readonly notRecorded?: string;
  /** What is read where a long list is folded: `24 names`. */
  readonly folded?: string;
};

/** From here on a list fills a phone's screen. */
const namesUnfolded = 10;

/** Who was there, as the minutes print it. A list that the minutes do not have is not made up. */
export function attendanceProps(minutes: PublicMinutes): AttendanceList[] {
  return [
    ...(minutes.chair === undefined ? [] : [{ heading: 'In the chair', names: [minutes.chair] }]),
    ...list('Present', minutes.present),
    ...list('Apologies', minutes.apologies),
    ...list('In attendance', minutes.inAttendance),
    ...list('Declarations of interest', minutes.declarations),
  ];
}

function list(heading: string, attendance: Attendance | undefined): AttendanceList[] {
  if (attendance === undefined) return [];
  if (attendance === 'not-recorded') return [{ heading, names: [], notRecorded: 'Not recorded' }];
  if (attendance.length === 0) return [{ heading, names: [], notRecorded: 'None' }];
  const folded =
    attendance.length <= namesUnfolded
      ? {}
      : { folded: `${heading}: ${countOf(attendance.length, 'name', 'names')}` };
  return [{ heading, names: attendance, ...folded }];
}
