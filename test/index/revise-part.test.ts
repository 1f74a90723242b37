import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { recombineWords } from '../../src/bench/corpus/recombine-words.ts';
import { cutChunks } from '../../src/index/cut-chunks.ts';
import { digestOfRecord } from '../../src/index/digest-records.ts';
import { indexPart } from '../../src/index/index-part.ts';
import { wordsOfPart, type IndexedPart } from '../../src/index/indexed-part.ts';
import { mergeWords } from '../../src/index/merge-words.ts';
import { revisePart } from '../../src/index/revise-part.ts';
import type { SearchRecord } from '../../src/model/page.ts';
import { makePaper, makeResolution } from './index-fixture.ts';

// Pagefind makes of a record the same whichever others it is given, or a part could not be made from what it was.

const realPaper = 'content/kent-community-safety-partnership/2023-03-21/minutes.md';
const words = recombineWords([readFileSync(realPaper, 'utf8')], new Set(), 7);

function makeRecord(name: string, image = ''): SearchRecord {
  const text = `${words.sentence(60)} Café naïve ${name} cafe policing`;
  return name.length % 3 === 0
    ? makeResolution(`/board/2021-11-18/minutes/#${name}`, text)
    : makePaper(
        `/board/2021-11-18/${name}/`,
        words.sentence(4),
        `<h2 id="a">Café</h2><p>${text}</p>${image}`,
      );
}

const old = ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff'].map((name) => makeRecord(name));
const options = { basePath: '/', language: 'en-GB' };
const digestsOf = (records: readonly SearchRecord[]): readonly string[] =>
  records.map((record) => digestOfRecord(record, options.basePath, options.language));

/** What a part comes to in an index. */
function mergedOf({ head, words: packed, texts }: IndexedPart): unknown {
  const chunks = [...cutChunks(mergeWords([wordsOfPart(head, packed, 7)]))];
  return {
    version: head.version,
    records: head.records,
    words: chunks.map(({ content }) => Buffer.from(content).toString('latin1')),
    texts: texts.map((text) => Buffer.from(text).toString('latin1')),
  };
}

let made: IndexedPart;
beforeAll(async () => {
  made = await indexPart({ records: old, ...options });
});

const fresh = makeRecord('new');
const withImage = makeRecord('picture', '<img src="/x.png" alt="A stile">');

describe('a part that is made from what it was', () => {
  it.each<[what: string, records: readonly SearchRecord[], asked: readonly number[]]>([
    ['stays', old, []],
    ['loses one', old.toSpliced(2, 1), []],
    ['gets one', old.toSpliced(3, 0, fresh), [3]],
    ['has one at its end', [...old, withImage], [6]],
    ['has another for one', old.with(0, withImage), [0]],
    ['has another order', [old[1]!, old[0]!, ...old.slice(2)], [1]],
    ['has all of it', [fresh, old[0]!, old[2]!, withImage, ...old.slice(3)], [0, 3]],
  ])(
    'has the bytes of one of the same records when it %s, and only new ones are indexed',
    async (_what, now, asked) => {
      const numbers: number[] = [];
      const revised = await revisePart({
        old: made,
        digests: digestsOf(now),
        indexRecords: async (wanted) => {
          numbers.push(...wanted);
          return await indexPart({ records: wanted.map((number) => now[number]!), ...options });
        },
      });
      expect(numbers).toEqual(asked);
      expect(mergedOf(revised!)).toEqual(mergedOf(await indexPart({ records: now, ...options })));
    },
  );

  it('is left to be made anew where most of its records are others', async () => {
    const now = [...old.slice(0, 2), fresh, withImage, makeRecord('other')];
    const indexRecords = (): never => {
      throw new Error('It was asked for records.');
    };
    expect(await revisePart({ old: made, digests: digestsOf(now), indexRecords })).toBeUndefined();
  });
});
