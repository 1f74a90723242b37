import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FingerprintTable, hasFittingGaps, type Fingerprint } from '../../src/audit/fingerprint-table.ts';
import { toLetters, type Letters } from '../../src/audit/letters.ts';

const key = Uint8Array.from({ length: 32 }, (_, index) => index * 37 + 11);

/** What is put into a table, with what stands in it as it was given. */
interface Given {
  readonly kind: Fingerprint['kind'];
  readonly text: string;
}

/** Of hardly any letters, so that many begin alike; some all of the way. */
const beginning = fc.constantFrom('', 'a', 'ab', 'abab', 'ab'.repeat(11), 'ab'.repeat(18), 'ab'.repeat(25));
const ending = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 3, maxLength: 9 });
const stretch = fc.tuple(beginning, ending).map(([first, last]) => first + last);
const given = fc.record<Given>({
  kind: fc.constantFrom('words', 'phrase', 'word', 'stem', 'name', 'canary'),
  text: stretch,
});

function tableOf(all: readonly Given[]): FingerprintTable {
  const table = new FingerprintTable(key);
  for (const { kind, text } of all) table.add(kind, toLetters(text).codes, 0);
  return table;
}

/** What anybody would write: each one at each place. */
function findOneByOne(table: FingerprintTable, all: readonly Given[], letters: Letters): readonly string[] {
  const spelt = String.fromCharCode(...letters.codes);
  const found = all.flatMap(({ kind, text }) => {
    const fingerprint = table.fingerprint(table.find(kind, toLetters(text).codes)!);
    return Array.from({ length: letters.count }, (_, start) => start)
      .filter((start) => spelt.startsWith(text, start) && hasFittingGaps(fingerprint, letters.gaps, start))
      .map((start) => `${fingerprint.entry} at ${start}`);
  });
  return [...new Set(found)].sort();
}

function findAtOnce(table: FingerprintTable, letters: Letters): readonly string[] {
  const accepts = (entry: number, start: number): boolean =>
    hasFittingGaps(table.fingerprint(entry), letters.gaps, start);
  return table
    .findMatches(letters, accepts)
    .map(({ entry, start }) => `${entry} at ${start}`)
    .sort();
}

describe('the search for fingerprints', () => {
  const texts = fc.tuple(
    fc.array(given, { minLength: 1, maxLength: 60 }),
    fc.array(stretch, { maxLength: 12 }),
  );

  it('finds what looking for each at each place finds, and nothing else', () => {
    fc.assert(
      fc.property(
        texts.chain(([all, others]) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all.map(({ text }) => text), ...others]),
            fc.constantFrom(' ', '', '-'),
          ),
        ),
        ([all, parts, between]) => {
          const table = tableOf(all);
          const letters = toLetters(parts.join(between));
          expect(findAtOnce(table, letters)).toEqual(findOneByOne(table, all, letters));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds each of thousands that begin alike, and are as long', () => {
    const numbers = Array.from({ length: 3000 }, (_, number) => number);
    const all = numbers.map((number): Given => ({
      kind: 'words',
      text: `theminutesofthemeetingheldonthedaythatisofnumber${number}${'x'.repeat(number % 7)}`,
    }));
    const table = tableOf(all);
    const some = all.filter((_, number) => number % 500 === 123);
    const letters = toLetters(`The ${some.map(({ text }) => text).join(', ')}, theminutesofthemeetingheld`);
    const found = table
      .findMatches(letters, () => true)
      .filter(({ start, end }) =>
        some.some(({ text }) => String.fromCharCode(...letters.codes.subarray(start, end)) === text),
      );
    expect(found.map(({ entry }) => entry)).toEqual(
      expect.arrayContaining([123, 623, 1123, 1623, 2123, 2623]),
    );
  });

  it('finds in another thread, which shares its memory, what it finds in its own', () => {
    const all = Array.from({ length: 500 }, (_, number): Given => ({
      kind: number % 2 === 0 ? 'words' : 'word',
      text: `zanthorpe${number}isnottobenamedhere`,
    }));
    const table = tableOf(all);
    const shared = table.share();
    expect(shared.rows.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(table.share().rows).toBe(shared.rows);
    const other = FingerprintTable.open(key, shared);
    const letters = toLetters('Of Zanthorpe 77 is not to be named here: zanthorpe400isnottobenamedhere.');
    expect(findAtOnce(other, letters)).toEqual(findAtOnce(table, letters));
    expect(findAtOnce(other, letters)).not.toEqual([]);
  });

  it('says nothing of what is known already', () => {
    const table = tableOf([
      { kind: 'word', text: 'quillby' },
      { kind: 'word', text: 'zanthorpe' },
    ]);
    const visited: number[] = [];
    table.visit(toLetters('Quillby of Zanthorpe'), (entry) => visited.push(entry), new Set([0]));
    expect(visited).toEqual([1]);
  });

  it('finds what was added after a first search', () => {
    const table = tableOf([{ kind: 'word', text: 'quillby' }]);
    const letters = toLetters('Quillby of Zanthorpe');
    expect(findAtOnce(table, letters)).toHaveLength(1);
    table.add('word', toLetters('zanthorpe').codes, 0);
    expect(findAtOnce(table, letters)).toHaveLength(2);
  });
});
