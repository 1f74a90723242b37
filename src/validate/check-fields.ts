import type * as z from 'zod';
import { plainLetters } from '../model/plain-letters.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { FieldPath, SourceText } from '../model/source.ts';
import { findDeepestIssue } from './find-deepest-issue.ts';
import { fieldsAt } from './fields-at.ts';
import { nearestWord } from './nearest-word.ts';

/** Front matter as its schema types it, or every problem of it. */
export type CheckedFields<FrontMatter> =
  { readonly frontMatter: FrontMatter } | { readonly problems: readonly Problem[] };

/** What front matter is checked against, and what to call it in a message. */
interface Kind {
  readonly schema: z.ZodObject;
  readonly name: string;
}

/**
 * Checks front matter against the schema of its kind. All problems in one go, each at its field. What was typed is
 * never repeated in a message: the paper may be restricted.
 */
export function checkFields<FrontMatter>(
  file: string,
  source: SourceText,
  schema: z.ZodObject & z.ZodType<FrontMatter>,
  name: string,
): CheckedFields<FrontMatter> {
  const result = schema.safeParse(source.fields);
  if (result.success) return { frontMatter: result.data };
  return {
    problems: result.error.issues.flatMap((issue) =>
      problemsOf(file, source, findDeepestIssue(issue), { schema, name }),
    ),
  };
}

function problemsOf(file: string, source: SourceText, issue: z.core.$ZodIssue, kind: Kind): Problem[] {
  const path = issue.path as FieldPath;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField(file, source, [...path, key], kind));
  const missing = findValue(source.fields, path) === undefined;
  const place = { file, ...source.locate(path, missing ? 'key' : 'value') };
  const name = path.filter((step) => typeof step === 'string').join('.');
  const field = String(path.findLast((step) => typeof step === 'string') ?? '');
  const isFlag = path.length === 1 && field === 'restricted';
  if (missing && isFlag) {
    return [
      problemAt(
        place,
        'restricted-missing',
        '`restricted` is missing, so this paper cannot be published.',
        'Write `restricted: false`, or `restricted: true` to withhold it.',
      ),
    ];
  }
  if (missing)
    return [
      problemAt(
        place,
        'field-missing',
        `\`${name}\` is missing.`,
        `Write it on a line of its own: \`${field}: …\`.`,
      ),
    ];
  if (isFlag && issue.code !== 'custom') {
    return [
      problemAt(
        place,
        'restricted-not-a-flag',
        '`restricted` is neither true nor false, so whether this paper may be published cannot be known.',
        issue.message,
      ),
    ];
  }
  return [problemAt(place, 'field-value', `\`${name}\` has a value that cannot be used.`, issue.message)];
}

/** A field that the schema does not have. Its name is the officer's and may be a line of the paper, so it is not repeated. */
function unknownField(file: string, source: SourceText, path: FieldPath, kind: Kind): Problem {
  const place = { file, ...source.locate(path, 'key') };
  const near = nearestWord(plainLetters(String(path.at(-1))), fieldsAt(kind.schema, path.slice(0, -1)));
  const instead =
    near === undefined
      ? 'Take it out, or see the list of fields in the README. Words that belong to the text stand below the second line of dashes.'
      : `Did you mean \`${near}\`? Write that, in small letters, with nothing before it.`;
  return problemAt(
    place,
    'field-unknown',
    `This is not a field of ${kind.name}, so what it says would be lost.`,
    instead,
  );
}

function findValue(fields: unknown, path: FieldPath): unknown {
  let value: unknown = fields;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as { [key: string | number]: unknown })[step];
  }
  return value;
}
