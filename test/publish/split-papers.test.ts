import { expect, it } from 'vitest';
import { listPapers } from '../../src/publish/list-papers.ts';
import { splitPapers } from '../../src/publish/split-papers.ts';

const key = new Uint8Array(32);

/** By meeting, the digest by which what is made of it is found again. */
async function digestsOn(date: string): Promise<ReadonlyMap<string, string>> {
  const { meetings } = await splitPapers(listPapers('content'), { content: 'content', date, key });
  return new Map(meetings.map(({ body, slug, digest }) => [`${body}/${slug}`, digest]));
}

it('knows a split by its papers and its day: on another day the same papers may be public', async () => {
  const digests = await digestsOn('2026-11-20');
  expect(digests.size).toBeGreaterThan(2);
  expect(await digestsOn('2026-11-20')).toEqual(digests);
  const later = await digestsOn('2026-11-21');
  expect([...later.keys()]).toEqual([...digests.keys()]);
  for (const [meeting, digest] of digests) expect(later.get(meeting)).not.toBe(digest);
});
