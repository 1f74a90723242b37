import * as z from 'zod';
import { contact, text, time } from './fields.ts';
import { paperFields } from './paper.ts';

/** What makes a meeting other than its dates say. */
const statusFields = {
  status: z
    .enum(
      ['cancelled', 'postponed', 'inquorate', 'adjourned'],
      'Write `cancelled`, `postponed`, `inquorate` or `adjourned`; a meeting that takes place has no status.',
    )
    .optional(),
  because: text.optional(),
  replaced_by: text
    .regex(
      /^\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*$/,
      'Write the folder of the meeting that replaces it, such as 2021-12-02.',
    )
    .optional(),
} as const;

/** An agenda, and with it the meeting. */
export const agendaSchema = z.strictObject({
  ...paperFields,
  ...statusFields,
  /** When the meeting begins. */
  time: time.optional(),
  /** When it is to close. */
  closes: time.optional(),
  venue: text.optional(),
  /** Where it can be watched: an address. */
  watch: text.optional(),
  /** How the public can attend. */
  attend: text.optional(),
  contact: contact.optional(),
});

/** An agenda's front matter, checked. */
export type AgendaFrontMatter = z.output<typeof agendaSchema>;

/** A supplementary agenda. */
export const supplementSchema = z.strictObject({
  ...paperFields,
  /** Why it comes after the agenda (section 100B(4) of the Local Government Act 1972). */
  late: text.optional(),
  /** `tabled` for what was handed out at the meeting. */
  kind: z.literal('tabled', 'Write `tabled`, or take the field out.').optional(),
});

/** A supplement's front matter, checked. */
export type SupplementFrontMatter = z.output<typeof supplementSchema>;
