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
  const codes = groupAtSpaces(letters, words).filter(
    (parts) => parts.length >= 2 && hasFigures(letters, parts) && lengthOf(parts) >= 6,
  );
  return [
    ...findRuns(letters, words, runLength),
    ...[...short, ...codes].flatMap((parts) => toPhrase(letters, parts)),
  ];
}

/** The words of a text, those together that no space parts. Linear: what parts at a space parts words as well. */
function groupAtSpaces(letters: Letters, words: readonly Stretch[]): readonly (readonly Stretch[])[] {
  let next = 0;
  return splitAtSpaces(letters).map((whole) => {
    const first = next;
    while (next < words.length && words[next]!.end <= whole.end) next += 1;
    return words.slice(first, next);
  });
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
  const areDates = words.map((word) => isDateOrFigure(letters, word));
  /** How many dates and figures stand in a row up to here. */
  let datesInRow = 0;
  for (let last = 0; last < words.length; last += 1) {
    datesInRow = areDates[last] === true ? datesInRow + 1 : 0;
    const first = last + 1 - runLength;
    if (first < 0) continue;
    const [start, end] = [words[first]!.start, words[last]!.end];
    const length = end - start;
    if (datesInRow >= runLength) {
      const run = words.slice(first, last + 1);
      if (length < longFigures || hasCalendarWord(letters, run)) continue;
    }
    const place = { kind: 'words', start, end } as const;
    runs.push(
      length < distinctiveLength ? { ...place, wordStarts: startsOf(words.slice(first, last + 1)) } : place,
    );
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
  return words.every((word) => isDateOrFigure(letters, word));
}

function isDateOrFigure(letters: Letters, word: Stretch): boolean {
  const spelt = wordAt(letters, word);
  return /^\d+(?:st|nd|rd|th|am|pm)?$/.test(spelt) || isCalendarWord(spelt);
}

function hasCalendarWord(letters: Letters, words: readonly Stretch[]): boolean {
  return words.some((word) => isCalendarWord(wordAt(letters, word)));
}

function hasFigures(letters: Letters, words: readonly Stretch[]): boolean {
  return words.some((word) => /\d/.test(wordAt(letters, word)));
}
