import type { FieldValue } from '../model/source.ts';

/**
 * Puts a random word at the end of each line that is to be withheld, before anything is cut. Wherever such a word
 * turns up later, the program let restricted text through, whatever the text was. No line is added or removed,
 * so that what was found by lines stays where it was.
 */
export function plantInLines(
  lines: readonly string[],
  isWithheld: (line: number) => boolean,
  canary: string,
): readonly string[] {
  return lines.map((line, index) => (isWithheld(index) && line.trim() !== '' ? `${line} ${canary}` : line));
}

/** The same for every text in a paper's front matter; what it is made of otherwise stays as it is. */
export function plantInFields(value: FieldValue, canary: string): FieldValue {
  if (typeof value === 'string') return `${value} ${canary}`;
  if (isList(value)) return value.map((entry) => plantInFields(entry, canary));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plantInFields(entry, canary)]));
}

/** Every text in a front matter value, in order. */
export function textsIn(value: FieldValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return (isList(value) ? value : Object.values(value)).flatMap(textsIn);
}

function isList(value: Exclude<FieldValue, string>): value is readonly FieldValue[] {
  return Array.isArray(value);
}
