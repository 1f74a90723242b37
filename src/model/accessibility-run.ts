import * as z from 'zod';
import { date, text } from './front-matter/fields.ts';

const count = text.regex(/^\d+$/, 'Write a whole number.').transform(Number);

/** `data/accessibility-run.yaml`, as `npm run accessibility` writes it. */
export const accessibilityRunSchema = z.strictObject({
  /** The day of the run. */
  date,
  /** The checker and its version: `axe-core 4.13.0`. */
  checker: text,
  /** How many pages were looked at. */
  pages: count,
  /** How often a page was checked: each at every width and in every colour scheme. */
  checks: count,
  /** Rules that a page broke, and on how many pages. */
  violations: z
    .array(z.strictObject({ rule: text, meaning: text, pages: count }), 'Write a list, or `[]` for none.')
    .transform((list): readonly { rule: string; meaning: string; pages: number }[] => list),
});

/** The last run of the accessibility checks. */
export type AccessibilityRun = z.output<typeof accessibilityRunSchema>;
