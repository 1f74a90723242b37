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
