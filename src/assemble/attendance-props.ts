import type { Attendance, PublicMinutes } from '../model/publication.ts';

/** A list of names under its heading, or that the record does not say. */
export type AttendanceList = { readonly heading: string; readonly names: readonly string[]; readonly notRecorded?: string };

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
  return [attendance.length === 0 ? { heading, names: [], notRecorded: 'None' } : { heading, names: attendance }];
}
