import { describe, expect, it } from 'vitest';
import { joinWords, searchAids, wordsOfRecords } from '../../src/assemble/search-aids.ts';
import { madeOf } from '../../src/model/made.ts';
import { makePaper, makeResolution } from '../index/index-fixture.ts';

const records = [
  makePaper('/parish/2021-11-18/b1-paths/', 'Paths', '<p>The PRoWs &amp; the paths, the stiles.</p>'),
  makeResolution('/parish/2021-11-18/minutes/#b1-resolution-1', 'RESOLVED that the stiles be mended.'),
];

function read(file: string, glossary: ReadonlyMap<string, string> = new Map()): unknown {
  // Two meetings, so that their words are joined.
  const aid = searchAids(
    records.map((record) => madeOf(wordsOfRecords([record], glossary))),
    glossary,
  ).find((each) => each.file === `assets/${file}`)!;
  return JSON.parse(new TextDecoder().decode(aid.bytes));
}

describe('the aids of the search page', () => {
  it('are the words of the records, the most frequent first, without tags, entities and short words', () => {
    const words = read('search-words.json') as string[];
    expect(words.slice(0, 2)).toEqual(['paths', 'stiles']);
    expect(words).toContain('mended');
    for (const word of ['html', 'data', 'amp', 'the']) expect(words).not.toContain(word);
  });

  it('are the abbreviations that a record uses, and those that it writes out', () => {
    const glossary = new Map([
      ['PRoW', 'Public Right of Way'],
      ['SM', 'stiles be mended'],
      ['ZZ', 'Zebra Zoo'],
    ]);
    expect(read('search-glossary.json', glossary)).toEqual([
      ['PRoW', 'Public Right of Way'],
      ['SM', 'stiles be mended'],
    ]);
  });

  it('are the same whether the words of meetings were joined before or not', () => {
    const glossary = new Map([['SM', 'stiles be mended']]);
    const [first, second] = records.map((record) => madeOf(wordsOfRecords([record], glossary)));
    const bytesOf = (parts: Parameters<typeof searchAids>[0]) =>
      searchAids(parts, glossary).map(({ bytes }) => Buffer.from(bytes).toString());
    expect(bytesOf([joinWords([first!, second!]), joinWords([])])).toEqual(bytesOf([first!, second!]));
    expect(joinWords([first!, second!]).digest).not.toBe(joinWords([second!, first!]).digest);
  });

  it('know common English by a filter that holds no word of it, and nearly no misspelt word', () => {
    const { bits, hashes, filter } = read('search-english.json') as {
      bits: number;
      hashes: number;
      filter: string;
    };
    const bytes = Buffer.from(filter, 'hex');
    const hash = (word: string, seed: number) =>
      [...word].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), seed) >>> 0;
    const isIn = (word: string) =>
      Array.from(
        { length: hashes },
        (_, round) => (hash(word, 0x811c9dc5) + round * hash(word, 0x01234567)) % bits,
      ).every((bit) => (bytes[bit >> 3]! & (1 << (bit & 7))) !== 0);
    for (const word of ['speeding', 'spending', 'parking', 'colour', 'cafe', 'councils'])
      expect(isIn(word)).toBe(true);
    const misspelt = Array.from({ length: 1000 }, (_, index) => `zq${index.toString(26)}xk`);
    expect(misspelt.filter(isIn).length).toBeLessThan(50);
    expect(bytes.length).toBeLessThan(50_000);
  });

  it('are the same for the same records', () => {
    const words = wordsOfRecords(records, new Map());
    const bytesOf = (): readonly Uint8Array[] =>
      searchAids([madeOf(words)], new Map()).map(({ bytes }) => bytes);
    expect(bytesOf()).toEqual(bytesOf());
  });
});
