import * as z from 'zod';
import { attendance, lines, text, time } from './fields.ts';
import { paperFields } from './paper.ts';

/** The record of a meeting. Attendance has its only home here. */
export const minutesSchema = z.strictObject({
  ...paperFields,
  /** As printed, where no agenda is held that says it. */
  time: time.optional(),
  venue: text.optional(),
  chair: text.optional(),
  present: attendance.optional(),
  apologies: attendance.optional(),
  in_attendance: attendance.optional(),
  declarations: attendance.optional(),
  status: z
    .enum(['draft', 'approved', 'not-recorded'], 'Write `draft`, `approved` or `not-recorded`.')
    .optional(),
  /** Which meeting approved them, and in which minute. */
  approved: z
    .strictObject({
      meeting: text
        .regex(/^\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*$/, 'Write the folder of the meeting, such as 2022-03-24.')
        .optional(),
      minute: text.optional(),
    })
    .optional(),
  /** Amendments on approval, one a line. */
  amendments: lines.optional(),
  /** The topic of an item by its number, where no agenda is held that says it: `B1: Community Safety Agreement`. */
  topics: z
    .record(
      z.string(),
      text,
      'Write the number of an item and its topic under it, one a line, indented, such as `B1: Allotments`.',
    )
    .optional(),
});

/** The front matter of minutes, checked. */
export type MinutesFrontMatter = z.output<typeof minutesSchema>;
