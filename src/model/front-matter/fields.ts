import * as z from 'zod';

/**
 * Front matter is text: each field here takes what the officer typed and makes a typed value of it. A field's `error`
 * is the sentence that tells what to write; it never repeats what was typed, which may be restricted.
 */

/** Text on one or more lines, not empty. */
export const text = z
  .string(
    'Write text after the colon, in double quotes if it holds a colon or begins with a special character.',
  )
  .trim()
  .min(1, 'Write text after the colon, or take the field out.');

/** A title: one line of plain words. It is shown as it is, so the marks of Markdown would be printed. */
export const title = text
  .transform((typed) => typed.replace(/\s+/g, ' '))
  .refine(
    (typed) => !/\*\*|__|`|\]\(|<[a-z!/]|^#+\s/i.test(typed),
    'Write plain words, without stars, number signs, links or HTML.',
  );

/** `true` or `false` and no other word: nothing is coerced, since `no` read as a truth would publish. */
export const flag = z
  .enum(['true', 'false'], 'Write `false`, or `true` to withhold the paper.')
  .transform((word) => word === 'true');

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `yyyy-mm-dd` of `2021-11-10` or `10 November 2021`, else undefined: also for a day that the calendar lacks. */
export function parseDate(typed: string): string | undefined {
  const words = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+) (\d{4})$/.exec(typed.trim());
  const month = words === null ? -1 : months.indexOf(words[2]!.toLowerCase());
  const iso =
    words === null
      ? typed.trim()
      : `${words[3]!}-${String(month + 1).padStart(2, '0')}-${words[1]!.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : undefined;
}

/** A day; `yyyy-mm-dd` comes out. */
export const date = text.transform((typed, context) => {
  const iso = parseDate(typed);
  if (iso === undefined) {
    context.issues.push({
      code: 'custom',
      message: 'Write a day of the calendar, such as 2021-11-10 or 10 November 2021.',
      input: typed,
    });
    return z.NEVER;
  }
  return iso;
});

/** A day, or that the archive does not record it. */
export const recordedDate = z.union(
  [z.literal('not-recorded'), date],
  'Write a day, such as 2021-11-10, or `not-recorded`.',
);

/** A clock time, kept as typed: 10:00, 10.00 am, 10am, 13:00, 12 noon. */
export const time = text.regex(
  /^(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?(?: ?(?:am|pm))?|(?:12(?:[:.]00)? ?)?(?:noon|midday))$/i,
  'Write a time such as 10:00, 10.00 am, 10am or 12 noon.',
);

/** Lines of text: a YAML list, or one value. */
export const lines = z
  .union(
    [text.transform((line) => [line]), z.array(text)],
    'Write a list: one line each, beginning with a hyphen and a space.',
  )
  .transform((list): readonly string[] => list);

/** Names as printed, one a line, or that the record does not say. */
export const attendance = z.union(
  [z.literal('not-recorded'), lines],
  'Write a list with one name a line, or `not-recorded`.',
);

/** A language by its BCP 47 tag. */
export const language = text.regex(
  /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
  'Write a language tag, such as `en-GB` or `cy`.',
);

/** How to reach somebody. */
export const contact = z.strictObject(
  {
    name: text.optional(),
    role: text.optional(),
    organisation: text.optional(),
    address: text.optional(),
    telephone: text.optional(),
    email: text.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Write one e-mail address.').optional(),
    website: text.optional(),
  },
  'Write the fields name, telephone and email under it, each on a line of its own, indented.',
);

/** Paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972, 1 to 7. */
export const exemptParagraphs = z
  .union([text, z.array(text)], 'Write the paragraphs of Schedule 12A, such as `3` or `1, 2`.')
  .transform((typed) =>
    (typeof typed === 'string' ? typed.split(',') : typed).map((paragraph) => paragraph.trim()),
  )
  .refine(
    (paragraphs) => paragraphs.every((paragraph) => /^[1-7]$/.test(paragraph)),
    'Write paragraphs of Schedule 12A by their numbers, 1 to 7.',
  );

/** A file of the meeting's folder `files`. */
export const attachmentName = text
  .transform((typed) => typed.replace(/^files\//, ''))
  .refine(
    (name) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name),
    'Write the name of a file in this meeting’s folder `files`.',
  );
