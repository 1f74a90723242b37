import type * as z from 'zod';
import { plainLetters } from '../model/plain-letters.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { FieldPath, SourceText } from '../model/source.ts';
import { nearestWord } from './nearest-word.ts';

/** Front matter as its schema types it, or every problem of it. */
export type CheckedFields<FrontMatter> = { readonly frontMatter: FrontMatter } | { readonly problems: readonly Problem[] };

/**
 * Checks front matter against the schema of its kind. All problems in one go, each at its field. What was typed is
 * never repeated in a message: the paper may be restricted.
 */
export function checkFields<FrontMatter>(
  file: string,
  source: SourceText,
  schema: z.ZodObject & z.ZodType<FrontMatter>,
  kind: string,
): CheckedFields<FrontMatter> {
  const result = schema.safeParse(source.fields);
  if (result.success) return { frontMatter: result.data };
  const known = Object.keys(schema.shape);
  const problems = result.error.issues.flatMap((issue) => fieldProblems(file, source, issue, known, kind));
  return { problems };
}

function fieldProblems(file: string, source: SourceText, issue: z.core.$ZodIssue, known: readonly string[], kind: string): Problem[] {
  const path = issue.path as FieldPath;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const place = { file, ...source.locate([...path, key], 'key') };
      const near = path.length === 0 ? nearestWord(plainLetters(key), known) : undefined;
      const instead =
        near === undefined
          ? `Take it out, or see the list of fields in the README. Words that belong to the text stand below the second line of dashes.`
          : `Did you mean \`${near}\`? Write that, in small letters, with nothing before it.`;
      return problemAt(place, 'field-unknown', `This is not a field of ${kind}, so what it says would be lost.`, instead);
    });
  }
  const field = String(path[0] ?? '');
  const missing = findValue(source.fields, path) === undefined;
  const place = { file, ...source.locate(path, missing ? 'key' : 'value') };
  if (missing && field === 'restricted' && path.length === 1) {
    return [
      problemAt(place, 'restricted-missing', '`restricted` is missing, so this paper cannot be published.', 'Write `restricted: false`, or `restricted: true` to withhold it.'),
    ];
  }
  const name = `\`${path.filter((step) => typeof step === 'string' && known.includes(step)).join('.') || field}\``;
  if (missing) return [problemAt(place, 'field-missing', `${known.includes(field) ? name : 'A field'} is missing.`, `Write it on a line of its own, such as \`${path.at(-1) ?? field}: …\`.`)];
  const code = field === 'restricted' ? 'restricted-not-a-flag' : 'field-value';
  const what = field === 'restricted' ? '`restricted` is neither true nor false, so whether this paper may be published cannot be known.' : `${name} has a value that cannot be used.`;
  return [problemAt(place, code, what, deepestMessage(issue))];
}

/** A union says only that nothing matched; the sentence that helps is the union's own. */
function deepestMessage(issue: z.core.$ZodIssue): string {
  return issue.message;
}

function findValue(fields: unknown, path: FieldPath): unknown {
  let value: unknown = fields;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as { [key: string | number]: unknown })[step];
  }
  return value;
}
