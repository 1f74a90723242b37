import type { LineRange } from '../model/structure.ts';

/**
 * Puts a random word at the end of each line that is to be withheld, before anything is cut. Wherever such a word
 * turns up later, the program let restricted text through, whatever the text was. No line is added or removed,
 * so that what was found by lines stays where it was.
 */
export function plantInLines(lines: readonly string[], ranges: readonly LineRange[], canary: string): readonly string[] {
  return lines.map((line, index) => {
    const isWithheld = ranges.some((range) => index >= range.start && index < range.end);
    return isWithheld && line.trim() !== '' ? `${line} ${canary}` : line;
  });
}

/** The same for every text in a paper's front matter; what it is made of otherwise stays as it is. */
export function plantInFields<T>(value: T, canary: string): T {
  if (typeof value === 'string') return `${value} ${canary}` as T;
  if (Array.isArray(value)) return value.map((entry) => plantInFields<unknown>(entry, canary)) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plantInFields<unknown>(entry, canary)])) as T;
  }
  return value;
}

/** Every text in a value, in order: what a withheld paper's front matter says. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
