import * as z from 'zod';
import { attachmentName, contact, lines, text } from './fields.ts';
import { paperFields } from './paper.ts';

/** A report or an appendix. */
export const reportSchema = z.strictObject({
  ...paperFields,
  /** The agenda's item that it is written for: `B2`, or `7`. */
  item: text
    .regex(
      /^(?:[A-Z]\d{1,2}|\d{1,2}(?:\.\d{1,2})?)$/,
      'Write the item as the agenda numbers it, such as `B2` or `7`.',
    )
    .optional(),
  /** Reports of the same meeting in whose place this one stands. */
  replaces: lines
    .transform((names) => names.map((name) => name.replace(/\.md$/, '')))
    .refine(
      (names) => names.every((name) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)),
      'Write the file name of a report of this meeting, such as `b2-report.md`; several as a list, one a line.',
    )
    .optional(),
  /** To whom, as printed. */
  to: text.optional(),
  /** The summary as printed. */
  summary: text.optional(),
  /** Whom to ask. */
  contacts: z
    .array(
      contact,
      'Write a list; each entry begins with a hyphen and has the fields name, telephone, email.',
    )
    .optional(),
  /** Background documents, one a line (section 100D of the Local Government Act 1972). */
  background: lines.optional(),
  /** Files of the meeting's folder `files` that belong to the paper. */
  attachments: z
    .array(
      z.union(
        [
          attachmentName.transform((file) => ({ file, title: undefined })),
          z.strictObject({ file: attachmentName, title: text.optional() }),
        ],
        'Write the name of a file in this meeting’s folder `files`, or `file:` with `title:` below it.',
      ),
      'Write a list of files, one a line.',
    )
    .optional(),
  /** A paper that is only a PDF. */
  file: attachmentName.optional(),
});

/** A report's front matter, checked. */
export type ReportFrontMatter = z.output<typeof reportSchema>;
