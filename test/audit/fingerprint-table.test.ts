import { describe, expect, it } from 'vitest';
import { FingerprintTable, hasFittingGaps } from '../../src/audit/fingerprint-table.ts';
import { toLetters } from '../../src/audit/letters.ts';
import { TableRows } from '../../src/audit/table-rows.ts';

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
    expect(matches.map(({ start, end, entry }) => [start, end, table.fingerprint(entry).source])).toEqual([
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

  it('finds of two that begin alike the one that stands there', () => {
    const table = new FingerprintTable(key);
    for (const word of ['quillby', 'quillbys', 'zanthorpe']) table.add('word', toLetters(word).codes, 1);
    const matches = table.findMatches(toLetters('quillbys zanthorpe'), anywhere);
    const found = matches.map(({ start, entry }) => [start, table.fingerprint(entry).length]);
    expect(found).toEqual([
      [0, 8],
      [0, 7],
      [8, 9],
    ]);
    expect(table.size).toBe(3);
  });

  it('knows a stretch again by its letters and its kind', () => {
    const table = new FingerprintTable(key);
    const entry = table.add('word', toLetters('quillby').codes, 1);
    expect(table.find('word', toLetters('Quillby').codes)).toBe(entry);
    expect(table.find('stem', toLetters('quillby').codes)).toBeUndefined();
    expect(table.find('word', toLetters('quillbys').codes)).toBeUndefined();
  });

  it('is the same in another thread that has its rows and the key', () => {
    const table = new FingerprintTable(key);
    for (let number = 0; number < 3000; number += 1)
      table.add('phrase', toLetters(`zanthorpe case ${number} again`).codes, number, [9, 13]);
    const { rows, starts } = table.rows.arrays;
    const copy = new FingerprintTable(key, new TableRows(rows, starts));
    const text = toLetters('Of Zanthorpe case 2999 again and zanthorpe case 7 again.');
    expect(copy.findMatches(text, anywhere)).toEqual(table.findMatches(text, anywhere));
    expect(copy.findMatches(text, anywhere)).toHaveLength(2);
    expect(copy.fingerprint(2999)).toEqual(table.fingerprint(2999));
    expect(copy.find('phrase', toLetters('zanthorpe case 12 again').codes)).toBe(12);
  });

  it('is not deceived by texts that are built to have the same sum', () => {
    const table = new FingerprintTable(key);
    const beginning = 'beginsthesamewayformanymoreletters';
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
  ])('answers for %s', (_what, entry, text, fits) => {
    const letters = toLetters(text);
    const start = text.startsWith('x') ? 1 : 0;
    expect(hasFittingGaps(table.fingerprint(entry), letters.gaps, start)).toBe(fits);
  });
});
