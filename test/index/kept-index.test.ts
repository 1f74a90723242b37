import { beforeAll, describe, expect, it } from 'vitest';
import { buildSearchIndex, type KeptIndex } from '../../src/index/build-search-index.ts';
import type { ShardSummary } from '../../src/index/build-shard.ts';
import type { SearchRecord } from '../../src/model/page.ts';
import { makePaper, makeResolution } from './index-fixture.ts';
import { keepInMemory, type MemoryOfIndex } from './keep-in-memory.ts';

// A site large enough for all shards. What a build takes over from the last one must give what it would have made.

const years = [2019, 2020, 2026];
const records: readonly SearchRecord[] = Array.from({ length: 1_050 }, (_, number) => {
  const date = `${years[number % 3]}-03-${String(1 + (number % 28)).padStart(2, '0')}`;
  return number % 5 === 0
    ? makeResolution(`/board/${date}/minutes/#b${number}-resolution-1`, `RESOLVED to mend stile ${number}.`, {
        date,
      })
    : makePaper(`/board/${date}/b${number}/`, `Path ${number}`, '<p>Stiles and hedges.</p>', { date });
});
/** One paper of the current year says something else. */
const corrected = records.map((record) =>
  record.address.endsWith('/b2/') && record.kind === 'paper'
    ? { ...record, html: record.html.replace('hedges', 'gates') }
    : record,
);

type Written = Map<string, Uint8Array | string>;

async function build(of: readonly SearchRecord[], kept: KeptIndex | undefined, files: Written = new Map()) {
  let counted = 0;
  const built = await buildSearchIndex({
    ...{ records: of, basePath: '/', language: 'en', date: '2026-11-20' },
    writeFile: (file, content) => {
      if (files.has(file)) throw new Error(`${file} stands already.`);
      files.set(file, content);
    },
    ...(kept === undefined ? {} : { kept }),
    onRecords: (count) => (counted += count),
  });
  expect([...files.keys()].sort()).toEqual(built.files);
  expect(counted).toBe(of.length);
  return files;
}

describe('an index of which something is kept', () => {
  let before: Written;
  let fromNothing: Written;
  let memory: MemoryOfIndex;
  let taken: string[] = [];
  /** The output of the build that takes over. */
  let output: Written = new Map();
  let lost: readonly string[] = [];

  const takeFiles = (shard: ShardSummary): boolean => {
    if (lost.includes(shard.name)) return false;
    taken.push(shard.name);
    for (const file of shard.files) output.set(file, before.get(file)!);
    return true;
  };

  beforeAll(async () => {
    memory = keepInMemory(takeFiles);
    before = await build(records, memory);
    fromNothing = await build(corrected, undefined);
    expect([...memory.shards.values()].map(({ name }) => name)).toEqual(['current', 'older', 'resolutions']);
  });

  it.each([
    { lost: [], taken: ['older', 'resolutions'] },
    { lost: ['older'], taken: ['resolutions'] },
    { lost: ['resolutions'], taken: ['older'] },
    { lost: ['older', 'resolutions'], taken: [] },
  ])('has the bytes of one made from nothing, where of the shards $taken are taken over', async (row) => {
    taken = [];
    output = new Map();
    lost = row.lost;
    const own = { ...memory, keepShard: () => undefined, keepPart: () => undefined };
    expect(await build(corrected, own, output)).toEqual(fromNothing);
    expect(taken).toEqual(row.taken);
  });

  it('is another after the correction, in the current shard alone', () => {
    const changed = [...fromNothing.keys()].filter((file) => !before.has(file));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((file) => !file.startsWith('pagefind/current/'))).toEqual([]);
  });

  it('has the file of each record once', () => {
    const fragments = [...before.keys()].filter((file) => file.endsWith('.pf_fragment'));
    expect(fragments).toHaveLength(records.length);
  });
});
