import { isCalendarWord } from './english-words.ts';
import { toLetters, type Letters } from './letters.ts';
import { splitAtSpaces, splitWords, wordAt, type Stretch } from './words.ts';

/**
 * A stretch of a withheld text that must not come out, and whether it is words in a row or a phrase by
 * itself.
 */
export interface WithheldStretch extends Stretch {
  readonly kind: 'words' | 'phrase';
  /** As in `Fingerprint`. */
  readonly wordStarts?: readonly number[];
}

/** From this many letters on, a run of words can be recognised without asking where the words begin. */
const distinctiveLength = 12;

/**
 * What to look for of a text: every run of `runLength` words; the whole of a text that is shorter, if it
 * has two words; and what is between two spaces and holds digits and marks, such as a case number. Dates
 * and times are left out, since every page has some, and so are short runs of nothing but figures.
 */
export function findWithheldStretches(letters: Letters, runLength: number): readonly WithheldStretch[] {
  const words = splitWords(letters);
  const short = words.length < runLength && words.length >= 2 ? [words] : [];
  const codes = splitAtSpaces(letters)
    .map((whole) => words.filter((word) => word.start >= whole.start && word.end <= whole.end))
    .filter((parts) => parts.length >= 2 && hasFigures(letters, parts) && lengthOf(parts) >= 6);
  return [
    ...findRuns(letters, words, runLength),
    ...[...short, ...codes].flatMap((parts) => toPhrase(letters, parts)),
  ];
}

/** Runs of two or three words with capitals, such as a person's name: each as letters of its own. */
export function findCapitalised(text: string): readonly Letters[] {
  // Bounded, so that a long stretch without spaces is not read again from each of its letters.
  const runs = text.match(/\p{Lu}[\p{L}'’-]{1,40}(?:[ \t]{1,8}\p{Lu}[\p{L}'’-]{1,40}){1,2}/gu) ?? [];
  return runs.map(toLetters).filter((letters) => letters.codes.length >= 7);
}

/** A phrase by itself, if it is long enough to be recognised and no date. */
export function toPhrase(letters: Letters, words: readonly Stretch[]): readonly WithheldStretch[] {
  if (lengthOf(words) < 5 || isDateOrFigures(letters, words)) return [];
  return [{ kind: 'phrase', start: words[0]!.start, end: words.at(-1)!.end, wordStarts: startsOf(words) }];
}

function findRuns(letters: Letters, words: readonly Stretch[], runLength: number): WithheldStretch[] {
  const runs: WithheldStretch[] = [];
  for (let first = 0; first + runLength <= words.length; first += 1) {
    const run = words.slice(first, first + runLength);
    const length = lengthOf(run);
    if (isDateOrFigures(letters, run) && (length < longFigures || hasCalendarWord(letters, run))) continue;
    const place = { kind: 'words', start: run[0]!.start, end: run.at(-1)!.end } as const;
    runs.push(length < distinctiveLength ? { ...place, wordStarts: startsOf(run) } : place);
  }
  return runs;
}

/** Six numbers with so many figures in all do not come together by chance. */
const longFigures = 18;

function lengthOf(words: readonly Stretch[]): number {
  return words.at(-1)!.end - words[0]!.start;
}

function startsOf(words: readonly Stretch[]): readonly number[] {
  return words.slice(1).map((word) => word.start - words[0]!.start);
}

function isDateOrFigures(letters: Letters, words: readonly Stretch[]): boolean {
  return words.every((word) => {
    const spelt = wordAt(letters, word);
    return /^\d+(?:st|nd|rd|th|am|pm)?$/.test(spelt) || isCalendarWord(spelt);
  });
}

function hasCalendarWord(letters: Letters, words: readonly Stretch[]): boolean {
  return words.some((word) => isCalendarWord(wordAt(letters, word)));
}

function hasFigures(letters: Letters, words: readonly Stretch[]): boolean {
  return words.some((word) => /\d/.test(wordAt(letters, word)));
}
