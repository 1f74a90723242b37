import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { recombineWords } from '../../src/bench/corpus/recombine-words.ts';
import { buildSearchIndex } from '../../src/index/build-search-index.ts';
import type { KeptIndex } from '../../src/index/kept-index.ts';
import type { SearchRecord } from '../../src/model/page.ts';
import { makePaper, makeResolution } from './index-fixture.ts';
import { keepInMemory, type MemoryOfIndex, type Written } from './keep-in-memory.ts';

// A site large enough for all shards. What a build takes over from the last one must give what it would have made.

const realPaper = 'content/kent-community-safety-partnership/2023-03-21/minutes.md';
const words = recombineWords([readFileSync(realPaper, 'utf8')], new Set(), 5);
const years = [2019, 2020, 2026];
const records: readonly SearchRecord[] = Array.from({ length: 1_050 }, (_, number) => {
  const date = `${years[number % 3]}-03-${String(1 + (number % 28)).padStart(2, '0')}`;
  const text = `${words.sentence(15)} Stiles and hedges, café ${number % 7 === 0 ? 'policies' : 'policing'}.`;
  return number % 5 === 0
    ? makeResolution(`/board/${date}/minutes/#b${number}-resolution-1`, `RESOLVED ${text}`, { date })
    : makePaper(`/board/${date}/b${number}/`, `Path ${number}`, `<p>${text}</p>`, { date });
});

/** One record says something else. */
function correct(number: number, to: string): readonly SearchRecord[] {
  const at = records.findIndex(
    ({ address }) => address.includes(`/b${number}/`) || address.includes(`#b${number}-`),
  );
  return records.with(at, replaceHedges(records[at]!, to));
}

function replaceHedges(record: SearchRecord, to: string): SearchRecord {
  if (record.kind === 'paper') return { ...record, html: record.html.replace('hedges', to) };
  return { ...record, content: record.content.replace('hedges', to) };
}

async function build(
  of: readonly SearchRecord[],
  kept: KeptIndex | undefined,
  files: Written = new Map(),
): Promise<{ files: Written; written: readonly string[] }> {
  const written: string[] = [];
  let counted = 0;
  const built = await buildSearchIndex({
    ...{ records: of, basePath: '/', language: 'en', date: '2026-11-20' },
    writeFile: (file, content) => {
      if (files.has(file)) throw new Error(`${file} stands already.`);
      files.set(file, content);
      written.push(file);
    },
    ...(kept === undefined ? {} : { kept }),
    onRecords: (count) => (counted += count),
  });
  expect([...files.keys()].sort()).toEqual(built.files);
  expect(counted).toBe(of.length);
  return { files, written };
}

const bytesOf = (files: Written): ReadonlyMap<string, string> =>
  new Map([...files].map(([file, content]) => [file, Buffer.from(content).toString('latin1')]));

let before: Written;
let memory: MemoryOfIndex;
beforeAll(async () => {
  memory = keepInMemory();
  before = (await build(records, memory)).files;
  expect(memory.shards().map(({ summary }) => summary.name)).toEqual(['current', 'older', 'resolutions']);
});

/** A build that takes over, from what the first has kept, as far as `spoil` leaves it. */
async function buildWarm(
  of: readonly SearchRecord[],
  spoil: (kept: KeptIndex) => Partial<KeptIndex> = () => ({}),
): ReturnType<typeof build> {
  const output: Written = new Map();
  const kept = keepInMemory(before, output);
  for (const [digest, part] of memory.parts) kept.keepPart(digest, part);
  kept.keepShards(memory.shards());
  return await build(of, { ...kept, ...spoil(kept) }, output);
}

const changes: { [what: string]: readonly SearchRecord[] } = {
  nothing: records,
  'a paper of the current year': correct(2, 'gates'),
  'a paper of an older year': correct(1, 'gates'),
  'a paper of an older year, by many words': correct(1, `gates ${words.sentence(300)}`),
  'a resolution of an older year': correct(10, 'gates naïve'),
  'papers of both': correct(2, 'gates').map((record) =>
    record.address.endsWith('/b1/') || record.address.endsWith('/b4/')
      ? replaceHedges(record, 'lanes')
      : record,
  ),
  'a paper that goes': records.filter(({ address }) => !address.endsWith('/b1/')),
  'a paper that comes': records.flatMap((record) =>
    record.address.endsWith('/b1/')
      ? [record, makePaper('/board/2019-03-02/b1a/', 'New', '<p>Ponds.</p>', { date: '2019-03-02' })]
      : [record],
  ),
  'the order of papers': [records[4]!, ...records.slice(0, 4), ...records.slice(5)],
  'half of all papers': records.map((record, number) =>
    number % 2 === 0 ? replaceHedges(record, 'gates') : record,
  ),
};

/** Those with which everything is lost in turn: one is patched, with the other all is merged. */
const spoilt = ['papers of both', 'a paper that goes'];

describe.each(Object.entries(changes))(
  'an index of which something is kept, when %s changes',
  (what, changed) => {
    let fromNothing: ReadonlyMap<string, string>;
    beforeAll(async () => {
      fromNothing = bytesOf((await build(changed, undefined)).files);
    });

    it('has the bytes of one made from nothing', async () => {
      expect(bytesOf((await buildWarm(changed)).files)).toEqual(fromNothing);
    });

    const losses: [lost: string, spoil: (kept: KeptIndex) => Partial<KeptIndex>][] = [
      ['what is known of the last output', () => ({ lastShards: () => [] })],
      ['what is known of parts', () => ({ findHead: () => undefined })],
      ['the words of parts', () => ({ findWords: () => undefined })],
      ['the texts of parts', () => ({ findTexts: () => undefined })],
      ['words and texts', () => ({ findWords: () => undefined, findTexts: () => undefined })],
      ['the files of the last output', () => ({ takeFile: () => false, readFile: () => undefined })],
      ['what can be read of them', () => ({ readFile: () => undefined })],
      [
        'a file of words',
        ({ takeFile }) => {
          const last = memory.shards()[1]!.chunks.at(-1)!;
          return { takeFile: (file, sha256) => sha256 !== last.sha256 && takeFile(file, sha256) };
        },
      ],
      [
        'the texts of the output',
        ({ takeFile }) => ({
          takeFile: (file, sha256) => !file.includes('/fragment/') && takeFile(file, sha256),
        }),
      ],
    ];
    it.each(spoilt.includes(what) ? losses : [])(
      'has the bytes of one made from nothing, where %s is lost',
      async (_lost, spoil) => {
        expect(bytesOf((await buildWarm(changed, spoil)).files)).toEqual(fromNothing);
      },
    );

    it('has the file of each record once', () => {
      const fragments = [...fromNothing.keys()].filter((file) => file.endsWith('.pf_fragment'));
      expect(fragments).toHaveLength(changed.length);
    });

    it('names what it has changed in the shards that hold it alone', () => {
      const others = [...fromNothing.keys()].filter((file) => !before.has(file));
      const shards = new Set(others.flatMap((file) => /^pagefind\/(\w+)\//.exec(file)?.[1] ?? []));
      if (what === 'nothing') expect(others).toEqual([]);
      if (what === 'a paper of the current year') expect([...shards]).toEqual(['current']);
      if (what === 'a paper of an older year') expect([...shards]).toEqual(['older']);
    });
  },
);

describe('what is kept of an index', () => {
  it('spares the next build the files of words in which nothing has changed', async () => {
    const { written } = await buildWarm(correct(1, 'gates'));
    const chunks = memory.shards()[1]!.chunks.length;
    const anew = written.filter((file) => file.endsWith('.pf_index'));
    expect(anew.length).toBeGreaterThan(0);
    expect(anew.length).toBeLessThan(chunks / 2);
    expect(written.filter((file) => !file.startsWith('pagefind/older/'))).toEqual(['pagefind/shards.json']);
  });

  it('spares it words and texts of all parts but the one that has changed', async () => {
    const asked = new Set<string>();
    await buildWarm(correct(1, 'gates'), ({ findWords, findTexts }) => ({
      findWords: (digest) => (asked.add(digest), findWords(digest)),
      findTexts: (digest) => (asked.add(digest), findTexts(digest)),
    }));
    expect(asked.size).toBe(1);
  });
});
