import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLetters, type Letters } from '../../src/audit/letters.ts';
import { findWithheldStretches, toPhrase, type WithheldStretch } from '../../src/audit/withheld-stretches.ts';
import { isCalendarWord } from '../../src/audit/english-words.ts';
import { splitAtSpaces, splitWords, wordAt } from '../../src/audit/words.ts';

/** What is to be looked for, as it is described: each run and each group of words judged by itself. */
function describedStretches(letters: Letters, runLength: number): readonly WithheldStretch[] {
  const words = splitWords(letters);
  const spelt = words.map((word) => wordAt(letters, word));
  const runs = words.slice(runLength - 1).flatMap((last, first): WithheldStretch[] => {
    const run = words.slice(first, first + runLength);
    const own = spelt.slice(first, first + runLength);
    const { start } = run[0]!;
    const length = last.end - start;
    const isFigure = (word: string): boolean => /^\d+(?:st|nd|rd|th|am|pm)?$/.test(word);
    const areAllDates = own.every((word) => isFigure(word) || isCalendarWord(word));
    if (areAllDates && (length < 18 || own.some(isCalendarWord))) return [];
    const wordStarts = run.slice(1).map((word) => word.start - start);
    return [{ kind: 'words', start, end: last.end, ...(length < 12 ? { wordStarts } : {}) }];
  });
  const codes = splitAtSpaces(letters)
    .map((whole) => words.filter((word) => word.start >= whole.start && word.end <= whole.end))
    .filter(
      (parts) =>
        parts.length >= 2 &&
        parts.some((part) => /\d/.test(wordAt(letters, part))) &&
        parts.at(-1)!.end - parts[0]!.start >= 6,
    );
  const short = words.length >= 2 && words.length < runLength ? [words] : [];
  return [...runs, ...[...short, ...codes].flatMap((parts) => toPhrase(letters, parts))];
}

describe('what is to be looked for of a withheld text', () => {
  it('is every run of words and every number with marks in it, whatever stands around it', () => {
    const word = fc.constantFrom(
      'a',
      'quillby',
      'of',
      'May',
      '2021',
      '12th',
      '1234567',
      'KC/2021/77',
      'x-ray',
      '—',
      '(b)',
    );
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '-', '. ')), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.constantFrom(2, 6, 12), (parts, runLength) => {
        const letters = toLetters(parts.flat().join(''));
        expect(findWithheldStretches(letters, runLength)).toEqual(describedStretches(letters, runLength));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['is no run of few figures', '1 2 3 4 5 6', 0],
    ['is a run of many figures, which is no chance', '1234567 2021 12th 77 1234 890', 1],
    ['is no run of many figures that are dates', '1234567 2021 12th May 1234567 2022', 0],
  ])('%s', (_, text, count) => {
    const runs = findWithheldStretches(toLetters(text), 6).filter(({ kind }) => kind === 'words');
    expect(runs).toHaveLength(count);
  });
});
