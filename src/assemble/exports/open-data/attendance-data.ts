import * as z from 'zod';
import type { Attendance, PublicMeeting } from '../../../model/publication.ts';
import { absoluteUrlOf, minutesAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { meetingId } from '../export-addresses.ts';
import type { DataSet } from './data-set.ts';
import { day, recordId, url } from './data-set.ts';

const names = z.union([z.array(z.string()), z.literal('not-recorded')]).optional();

const attendanceSchema = z.strictObject({
  meeting: recordId.describe('The meeting, an id of meetings.json'),
  body: recordId.describe('The body that met, an id of bodies.json'),
  date: day.describe('The day of the meeting'),
  url: url.describe('The minutes that say so'),
  chair: z.string().optional().describe('Who was in the chair'),
  present: names.describe('Names as printed, or not-recorded; absent where the minutes have no such list'),
  apologies: names.describe('Who sent apologies, in the same way'),
  inAttendance: names.describe('Who else was there, in the same way'),
  declarations: names.describe('Declarations of interest, one a line as printed, in the same way'),
});

type AttendanceRecord = z.infer<typeof attendanceSchema>;

/** Who was at each meeting, as its minutes print it. Names are not joined to persons: two spellings may be two people. */
export const attendanceData: DataSet = {
  name: 'attendance',
  title: 'Attendance',
  description:
    'Who was at each meeting that has minutes, and what interests were declared. Names are as the minutes print them.',
  shapes: [{ name: 'attendance', schema: attendanceSchema }],
};

/** The attendance of a meeting as a record; none where it has no minutes. */
export function attendanceRecords({ site }: Assembly, meeting: PublicMeeting): AttendanceRecord[] {
  const { minutes } = meeting;
  if (minutes === undefined) return [];
  const record = {
    meeting: meetingId(meeting),
    body: meeting.body,
    date: meeting.date,
    url: absoluteUrlOf(site, minutesAddress(meeting)),
    ...(minutes.chair === undefined ? {} : { chair: minutes.chair }),
    ...list('present', minutes.present),
    ...list('apologies', minutes.apologies),
    ...list('inAttendance', minutes.inAttendance),
    ...list('declarations', minutes.declarations),
  };
  return [record];
}

function list<Name extends string>(
  name: Name,
  attendance: Attendance | undefined,
): { [key in Name]?: string[] | 'not-recorded' } {
  if (attendance === undefined) return {};
  const value = attendance === 'not-recorded' ? attendance : [...attendance];
  return { [name]: value } as { [key in Name]?: string[] | 'not-recorded' };
}
