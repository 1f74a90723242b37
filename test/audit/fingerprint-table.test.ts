import { describe, expect, it } from 'vitest';
import { FingerprintTable, hasFittingGaps } from '../../src/audit/fingerprint-table.ts';
import { toLetters } from '../../src/audit/letters.ts';

const key = new Uint8Array(32).fill(7);
const anywhere = (): boolean => true;

/** Of two letters, a text and its counterpart whose sums are the same under any odd base, if they are long enough. */
function thueMorse(length: number, letters: string): string {
  return Array.from(
    { length },
    (_, index) => letters[[...index.toString(2)].filter((bit) => bit === '1').length % 2],
  ).join('');
}

describe('FingerprintTable', () => {
  it('finds a stretch where it stands, as often as it stands', () => {
    const table = new FingerprintTable(key);
    table.add('words', toLetters('quillby was told').codes, 3);
    const matches = table.findMatches(toLetters('x quillby was told, quillbywastold'), anywhere);
    expect(matches.map(({ start, end, fingerprint }) => [start, end, fingerprint.source])).toEqual([
      [1, 15, 3],
      [15, 29, 3],
    ]);
  });

  it('keeps the first source of a stretch that comes twice', () => {
    const table = new FingerprintTable(key);
    expect(table.add('word', toLetters('quillby').codes, 1)).toBe(
      table.add('word', toLetters('quillby').codes, 2),
    );
    expect(table.size).toBe(1);
  });

  it('forgets what is removed and keeps what begins alike', () => {
    const table = new FingerprintTable(key);
    const removed = table.add('word', toLetters('quillby').codes, 1);
    table.add('word', toLetters('quillbys').codes, 1);
    table.add('word', toLetters('zanthorpe').codes, 1);
    table.remove(new Set([removed]));
    const matches = table.findMatches(toLetters('quillby quillbys zanthorpe'), anywhere);
    expect(matches.map((match) => match.fingerprint.length)).toEqual([8, 9]);
    expect(table.size).toBe(2);
  });

  it('is not deceived by texts that are built to have the same sum', () => {
    const table = new FingerprintTable(key);
    const beginning = 'beginsthesameway';
    table.add('words', toLetters(beginning + thueMorse(4096, 'ab')).codes, 0);
    expect(table.findMatches(toLetters(beginning + thueMorse(4096, 'ab')), anywhere)).toHaveLength(1);
    expect(table.findMatches(toLetters(beginning + thueMorse(4096, 'ba')), anywhere)).toEqual([]);
  });

  it('finds nothing in a text that ends too soon', () => {
    const table = new FingerprintTable(key);
    table.add('words', toLetters('quillby was told of it').codes, 0);
    expect(table.findMatches(toLetters('quillby was told of'), anywhere)).toEqual([]);
    expect(table.findMatches(toLetters('q'), anywhere)).toEqual([]);
  });
});

describe('hasFittingGaps', () => {
  const table = new FingerprintTable(key);
  const codes = toLetters('zanthorpe review').codes;
  const name = table.add('name', codes, 0, [9]);
  const spaced = table.add('spaced-name', codes, 0, [9]);
  const phrase = table.add('phrase', codes, 0, [9]);
  const stem = table.add('stem', toLetters('zanthorp').codes, 0);

  it.each([
    ['a name with a hyphen', name, 'zanthorpe-review', true],
    ['a name with a space', name, 'zanthorpe review', false],
    ['a name that is run together', name, 'zanthorpereview', false],
    ['a name within another', name, 'zanthorpe-reviews', false],
    ['a spaced name with a space', spaced, 'zanthorpe review', true],
    ['a phrase with a space', phrase, 'zanthorpe review', true],
    ['a phrase in two paragraphs', phrase, 'zanthorpe.\n\nReview', true],
    ['a phrase with another break', phrase, 'zan thorpe review', false],
    ['a phrase with a soft hyphen', phrase, 'zan\u00adthorpe review', true],
    ['a stem by itself', stem, 'zanthorp', true],
    ['a stem as a piece of a word', stem, 'xZanthorp', false],
    ['a stem with a soft hyphen', stem, 'zan\u00adthorp', false],
  ])('answers for %s', (_what, fingerprint, text, fits) => {
    const letters = toLetters(text);
    const start = text.startsWith('x') ? 1 : 0;
    expect(hasFittingGaps(fingerprint, letters.gaps, start)).toBe(fits);
  });
});
