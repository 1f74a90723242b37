import * as z from 'zod';
import { contact, date, flag, lines, text, title } from './fields.ts';

const member = z.strictObject({
  name: text,
  also: text.optional(),
  for: text.optional(),
  role: text.optional(),
  from: date.optional(),
  to: date.optional(),
});

/** A body: a committee, board or partnership that meets. */
export const bodySchema = z.strictObject({
  title,
  /** Letters of the agenda's parts that are restricted, or `none`. Required, and without a default: forgetting it must not publish. */
  restricted_parts: z
    .union([text, z.array(text)], 'Write the letters of the restricted parts, such as `D`, or `none`.')
    .transform((typed) =>
      (typeof typed === 'string' ? typed.split(',') : typed).map((letter) => letter.trim()),
    )
    .refine(
      (letters) => letters.join() === 'none' || letters.every((letter) => /^[A-Z]$/.test(letter)),
      'Write the letters of the restricted parts as capitals, such as `D` or `D, E`, or `none`.',
    )
    .transform((letters): readonly string[] => (letters.join() === 'none' ? [] : letters)),
  /** Whether Schedule 12A binds the body, or it follows the practice without being bound. */
  rules: z.enum(
    ['schedule-12a', 'adopted'],
    'Write `schedule-12a` for a council’s committee, or `adopted` for a partnership that follows the practice.',
  ),
  /** `hidden` has every restricted item shown as `Restricted item`, whatever the agenda prints. */
  restricted_titles: z.enum(['as-printed', 'hidden'], 'Write `as-printed` or `hidden`.').optional(),
  /** What the body calls its minutes. */
  minutes_called: z.enum(['minutes', 'notes'], 'Write `minutes` or `notes`.').optional(),
  /** The words printed over the open parts. */
  open_notice: text.optional(),
  /** The words printed over the restricted parts. */
  restricted_notice: text.optional(),
  contact: contact.optional(),
  standing_items: lines.optional(),
  members: z
    .array(member, 'Write a list; each entry begins with a hyphen and has the field name.')
    .optional(),
  partners: lines.optional(),
  part_of: text.optional(),
  formerly: text.optional(),
  /** Not needed for a body; where it stands it must be false. */
  restricted: flag
    .refine((restricted) => !restricted, 'A body is public; take the field out. Restrict its papers instead.')
    .optional(),
});

/** A body's front matter, checked. */
export type BodyFrontMatter = z.output<typeof bodySchema>;
