import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOutputFiles } from '../../src/publish/carry-output.ts';
import { buildSearchIndex } from '../../src/index/build-search-index.ts';
import { indexFixture, makePaper, makeResolution, readUnzipped } from './index-fixture.ts';

const records = [
  makePaper(
    '/parish/2021-11-18/b2-drones/',
    'Drones over the green',
    '<h2 id="costs">Costs</h2><p>Forty pounds.</p>',
  ),
  makePaper(
    '/parish/2021-11-18/minutes/',
    'Minutes',
    '<h2 id="b3">B3 Allotments</h2><p>They were discussed.</p>',
    { type: 'minutes' },
  ),
  makeResolution('/parish/2021-11-18/minutes/#b3-resolution-1', 'RESOLVED that the allotments be let.'),
  makeResolution('/parish/2022-03-24/minutes/#b1-resolution-1', 'RESOLVED that the hedge be cut.', {
    date: '2022-03-24',
  }),
];

function fragmentsOf(
  directory: string,
): { url: string; meta: { [name: string]: string }; content: string; anchors: { id: string }[] }[] {
  return Object.entries(readUnzipped(directory))
    .filter(([file]) => file.endsWith('.pf_fragment'))
    .map(
      ([, text]) =>
        JSON.parse(Buffer.from(text.replace(/^pagefind_dcd/, ''), 'latin1').toString('utf8')) as never,
    );
}

describe('buildSearchIndex', () => {
  it('writes what the search page loads, and no other script', async () => {
    const { directory, files } = await indexFixture(records);
    expect(Object.keys(readUnzipped(directory))).toEqual([...files].sort());
    expect(files.map((file) => file.replace(/[._](?:en_)?[0-9a-f]{6,}/, '.#'))).toEqual([
      'pagefind/all/fragment/en.#.pf_fragment',
      'pagefind/all/fragment/en.#.pf_fragment',
      'pagefind/all/fragment/en.#.pf_fragment',
      'pagefind/all/fragment/en.#.pf_fragment',
      'pagefind/all/index/en.#.pf_index',
      'pagefind/all/pagefind.#.pf_meta',
      'pagefind/shards.json',
    ]);
  });

  it('keeps a resolution as a record of its own, at its own address, under the path of the site', async () => {
    const { directory } = await indexFixture(records, { basePath: '/meetings/' });
    const fragments = fragmentsOf(directory);
    expect(fragments.map(({ url }) => url).sort()).toEqual([
      '/meetings/parish/2021-11-18/b2-drones/',
      '/meetings/parish/2021-11-18/minutes/',
      '/meetings/parish/2021-11-18/minutes/#b3-resolution-1',
      '/meetings/parish/2022-03-24/minutes/#b1-resolution-1',
    ]);
    const resolution = fragments.find(({ url }) => url.endsWith('#b3-resolution-1'));
    expect(resolution?.meta).toEqual({
      title: 'Resolution',
      body: 'Parish Council',
      date: '2021-11-18',
      item: 'B3',
      text: 'RESOLVED that the allotments be let.',
    });
    expect(fragments.find(({ url }) => url.endsWith('b2-drones/'))?.anchors.map(({ id }) => id)).toContain(
      'costs',
    );
  });

  it('searches papers in every language together', async () => {
    const welsh = makeResolution(
      '/parish/2022-03-24/minutes/#b2-resolution-1',
      'PENDERFYNWYD torri’r gwrych.',
    );
    const { files } = await indexFixture([...records, { ...welsh, language: 'cy' } as typeof welsh]);
    expect(files.filter((file) => file.endsWith('.pf_meta'))).toHaveLength(1);
  });

  it('leaves the endings of words that are not English, and says so to the page', async () => {
    const { directory, files } = await indexFixture(records, { language: 'cy' });
    expect(files.filter((file) => file.endsWith('.pf_index')).join()).toContain('/unknown_');
    expect(JSON.parse(readUnzipped(directory)['pagefind/shards.json']!).language).toBe('unknown');
  });

  it('gives the same bytes for the same records in the same order', async () => {
    const [first, second] = [await indexFixture(records), await indexFixture(records)];
    expect(readUnzipped(second.directory)).toEqual(readUnzipped(first.directory));
  });

  it('gives other files for another order, so that the order must be fixed', async () => {
    const [first, second] = [await indexFixture(records), await indexFixture([...records].reverse())];
    expect(second.files).not.toEqual(first.files);
  });

  it('makes an index for a site without papers', async () => {
    expect((await indexFixture([])).files).toEqual(['pagefind/shards.json']);
  });

  it('makes several indexes at once in one process, each as if it were alone', async () => {
    const alone = await indexFixture(records);
    const together = await Promise.all([
      indexFixture(records),
      indexFixture(records.slice(1)),
      indexFixture(records),
    ]);
    expect(readUnzipped(together[2].directory)).toEqual(readUnzipped(alone.directory));
    expect(readUnzipped(together[0].directory)).toEqual(readUnzipped(alone.directory));
  });

  it('names the record that Pagefind refuses, and keeps its reason', async () => {
    const broken = { ...makeResolution('/a/#x', 'x'), content: 3 } as unknown as (typeof records)[number];
    const building = indexFixture([records[0]!, broken]);
    await expect(building).rejects.toThrow('adding /a/#x failed');
    await expect(building).rejects.toHaveProperty(
      'cause.message',
      expect.stringContaining('expected a string'),
    );
    await expect(indexFixture(records)).resolves.toBeDefined();
  });

  it('does not write into an index that stands', async () => {
    const { directory } = await indexFixture(records);
    const options = { records, basePath: '/', language: 'en', date: '2026-11-20' };
    expect(readdirSync(directory)).toEqual(['pagefind']);
    await expect(
      buildSearchIndex({ ...options, writeFile: createOutputFiles(directory).write }),
    ).rejects.toThrow('EEXIST');
    mkdirSync(join(directory, 'other'));
    writeFileSync(join(directory, 'other/pagefind'), '');
    await expect(
      buildSearchIndex({ ...options, writeFile: createOutputFiles(join(directory, 'other')).write }),
    ).rejects.toThrow();
  });
});
