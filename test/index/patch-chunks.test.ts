import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectPages, isSamePages, type PagesOfWord } from '../../src/index/collect-pages.ts';
import { cutChunks, type WordChunk } from '../../src/index/cut-chunks.ts';
import type { EncodedWord } from '../../src/index/encode-word.ts';
import { mergeWords } from '../../src/index/merge-words.ts';
import { patchChunks } from '../../src/index/patch-chunks.ts';
import { reviseWords } from '../../src/index/revise-words.ts';
import { randomPage, wordsOfParts, type RandomPage } from './random-parts.ts';

// What is put into an index that stands must give, to the byte, the index that is made of everything.

type Parts = readonly (readonly RandomPage[])[];

/** Another number for each field, as parts have that know others. */
const fields = [4, 0, 7];
const chunksOf = (parts: Parts): readonly WordChunk[] => [
  ...cutChunks(mergeWords(wordsOfParts(parts, fields))),
];
const contentsOf = (chunks: readonly WordChunk[]): readonly string[] =>
  chunks.map(({ content }) => Buffer.from(content).toString('latin1'));

/** What records say now that have changed, beside what they said. */
function changesOf(
  before: Parts,
  after: Parts,
  pages: ReadonlySet<number>,
): ReadonlyMap<string, PagesOfWord> {
  const wanted = (page: number): number => (pages.has(page) ? page : -1);
  const [old, now] = [before, after].map((parts) =>
    collectPages(mergeWords(wordsOfParts(parts, fields)), wanted),
  ) as [ReadonlyMap<string, PagesOfWord>, ReadonlyMap<string, PagesOfWord>];
  const nowhere: PagesOfWord = { pages: [], forms: new Map() };
  return new Map(
    [...new Set([...old.keys(), ...now.keys()])]
      .filter((key) => !isSamePages(old.get(key), now.get(key)))
      .map((key) => [key, now.get(key) ?? nowhere]),
  );
}

const someParts = fc.array(fc.array(randomPage, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 4,
});

describe('chunks into which changes are put', () => {
  it('are those of a merge of everything', () => {
    let kept = 0;
    const change = fc.tuple(fc.nat(), randomPage);
    fc.assert(
      fc.property(someParts, fc.array(change, { maxLength: 3 }), (before, changes) => {
        const all = before.flat();
        fc.pre(all.some((page) => page.length > 0));
        const changed = new Map(changes.map(([number, page]) => [number % all.length, page]));
        let number = 0;
        const after = before.map((part) => part.map((page) => changed.get(number++) ?? page));
        const pages = new Set(changed.keys());
        const chunks = chunksOf(before);
        const patched = [
          ...patchChunks({
            chunks,
            pages,
            changes: changesOf(before, after, pages),
            read: ({ content }) => content,
          }),
        ];
        expect(contentsOf(patched)).toEqual(contentsOf(chunksOf(after)));
        kept += patched.filter((chunk) => chunks.includes(chunk)).length;
      }),
      { numRuns: 100 },
    );
    // Or all of them would have been made anew.
    expect(kept).toBeGreaterThan(20);
  });

  it('are all as they were, and unread, where nothing has changed', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const chunks = chunksOf(parts);
        const read = (): never => {
          throw new Error('It was read.');
        };
        expect([...patchChunks({ chunks, read, pages: new Set([0]), changes: new Map() })]).toEqual(chunks);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the bounds of chunks', () => {
  const bytes = (size: number): Uint8Array => new Uint8Array(size).fill(0x61);
  const many = Array.from({ length: 20_000 }, (_, number) => ({
    key: `word${String(number).padStart(6, '0')}`,
    bytes: bytes(40 + ((number * 7919) % 800)),
  }));
  const namesOf = (words: readonly EncodedWord[]): readonly string[] =>
    [...cutChunks(words)].map(({ first, last, content }) => `${first}-${last}-${content.length}`);

  it('come back to where they were after a word that comes or goes', () => {
    const before = new Set(namesOf(many));
    for (let at = 100; at < many.length; at += 700) {
      const without = [...many.slice(0, at), ...many.slice(at + 1)];
      const longer = many.map((word, number) => (number === at ? { ...word, bytes: bytes(3_000) } : word));
      for (const words of [without, longer]) {
        const changed = namesOf(words).filter((name) => !before.has(name));
        expect(changed.length, `at ${at}`).toBeLessThan(25);
      }
    }
  });

  it('make chunks of no more than their size, and a chunk of its own of a word that has more', () => {
    const large = { key: 'word010000a', bytes: bytes(60_000) };
    const chunks = [...cutChunks([...many.slice(0, 10_001), large, ...many.slice(10_001)])];
    const sizes = chunks.map(({ content }) => content.length);
    expect(chunks.filter(({ first }) => first === large.key)).toMatchObject([{ last: large.key }]);
    expect(sizes.filter((size) => size > 40_010)).toHaveLength(1);
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeGreaterThan(28_000);
  });
});

describe('records that come and go', () => {
  it('leave of a part what a merge of those that stay and those that come would give', () => {
    const steps = fc.array(fc.constantFrom('stays', 'goes', 'comes'), { maxLength: 12 });
    fc.assert(
      fc.property(
        someParts,
        steps,
        fc.array(randomPage, { minLength: 12, maxLength: 12 }),
        (parts, done, fresh) => {
          const old = parts.flat();
          const now: RandomPage[] = [];
          const [numbers, come]: [number[], number[]] = [old.map(() => -1), fresh.map(() => -1)];
          let [next, nextFresh] = [0, 0];
          for (const step of done) {
            if (step === 'comes') {
              come[nextFresh] = now.length;
              now.push(fresh[nextFresh++]!);
            } else if (next < old.length) {
              if (step === 'stays') {
                numbers[next] = now.length;
                now.push(old[next]!);
              }
              next += 1;
            }
          }
          const added = collectPages(mergeWords(wordsOfParts([fresh], fields)), (page) => come[page]!);
          const revised = reviseWords(mergeWords(wordsOfParts([old], fields)), [...added.keys()].sort(), {
            numberOf: (page) => numbers[page]!,
            added,
          });
          expect(contentsOf([...cutChunks(revised)])).toEqual(contentsOf(chunksOf([now])));
        },
      ),
      { numRuns: 100 },
    );
  });
});
