import { describe, expect, it } from 'vitest';
import { formatPaths } from '../../src/audit/manifest.ts';
import { findRawHits } from '../../src/audit/raw-hits.ts';
import { createPathSearch } from '../../src/publish/search-paths.ts';
import { secretFingerprints } from '../audit/audit-fixture.ts';

const { prints } = secretFingerprints();
const usual = [
  'index.html',
  'body/index.html',
  'body/2021-11-18/index.html',
  'body/2021-11-18/b1-budget/index.html',
  'pagefind/current/fragment/en_0a1b2c3.pf_fragment',
];
const telling = 'body/2021-12-02/d1-zanthorpe-review/index.html';

/** Remembers as builds do, and lists what was looked for. */
function remembering() {
  const asked: string[] = [];
  const known = new Map<string, Awaited<ReturnType<typeof findRawHits>>>();
  return {
    asked,
    inPaths: async (paths: readonly string[], find: () => ReturnType<typeof findRawHits>) => {
      const text = paths.join();
      const found = known.get(text) ?? (asked.push(text), await find());
      known.set(text, found);
      return found;
    },
  };
}

describe('the search of paths', () => {
  it.each([telling, `pagefind/current/${telling}`, 'd1-zanthorpe-review', 'a/d1-zanthorpe-review/b/c/d'])(
    'finds a withheld name wherever it stands: %s',
    async (path) => {
      const files = [...usual, path];
      const { hits } = await createPathSearch(prints, remembering())(files);
      expect(hits.found.length).toBeGreaterThan(0);
      expect(hits).toEqual((await findRawHits(Buffer.from(formatPaths(files)), prints)).hits);
      expect(await createPathSearch(prints, undefined)(files)).toMatchObject({ hits });
    },
  );

  it('finds nothing where there is nothing', async () => {
    const { hits } = await createPathSearch(prints, remembering())(usual);
    expect(hits).toEqual({ found: [], stems: [], attachments: [] });
  });

  it('looks only through folders in which a path is new', async () => {
    const memory = remembering();
    await createPathSearch(prints, memory)(usual);
    memory.asked.length = 0;
    const { hits } = await createPathSearch(prints, memory)([...usual, telling]);
    expect(memory.asked).toHaveLength(1);
    expect(memory.asked[0]).toContain(telling);
    expect(memory.asked[0]).not.toContain('2021-11-18');
    expect(hits.found.length).toBeGreaterThan(0);
  });
});
