import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../src/index/build-search-index.ts';
import { openPartIndexer } from '../../src/publish/index-in-threads.ts';
import { makePaper, makeResolution } from '../index/index-fixture.ts';

const records = [2020, 2021, 2022].flatMap((year) =>
  Array.from({ length: 5 }, (_, number) => {
    const date = `${year}-03-0${number + 1}`;
    return number === 4
      ? makeResolution(`/board/${date}/minutes/#b1-resolution-1`, `RESOLVED that stile ${year} be mended.`, {
          date,
        })
      : makePaper(`/board/${date}/b1/`, `Path ${number}`, `<p>Hedges of ${year}.</p>`, { date });
  }),
);

async function build(least: { inAll: number; inPart: number }): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const { close, ...indexer } = openPartIndexer(records.length, least);
  await buildSearchIndex({
    ...{ records, basePath: '/', language: 'en', date: '2026-11-20', ...indexer },
    writeFile: (file, content) => files.set(file, Buffer.from(content).toString('latin1')),
  }).finally(close);
  return files;
}

describe('indexing parts in threads', () => {
  it('gives the bytes that one thread gives', async () => {
    const alone = await build({ inAll: records.length + 1, inPart: 1 });
    expect(await build({ inAll: 1, inPart: 1 })).toEqual(alone);
    // Those of four papers in threads, those of one resolution here.
    expect(await build({ inAll: 1, inPart: 3 })).toEqual(alone);
  });

  it('names the record that Pagefind refuses, and keeps its reason', async () => {
    const broken = { ...makeResolution('/a/#x', 'x'), content: 3 } as unknown as (typeof records)[number];
    const { indexPart, close } = openPartIndexer(1, { inAll: 1, inPart: 1 });
    const indexing = indexPart({ records: [broken], basePath: '/', language: 'en' });
    await expect(indexing).rejects.toThrow('adding /a/#x failed');
    await expect(indexing).rejects.toHaveProperty(
      'cause.message',
      expect.stringContaining('expected a string'),
    );
    await close();
  });
});
