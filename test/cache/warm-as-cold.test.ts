import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../src/model/progress.ts';
import { publish } from '../../src/publish.ts';
import { digestOf, digestTree, problemsOf } from '../support/build-fixture.ts';
import { dayOf, edits, siteIn, writeSite, type EditedSite } from './edits.ts';

const sequences = 25;
const editsOfSequence = 4;
const secrets = /Flabberworth|Snodgrass/;

let folder: string;
/** Built once, with what the build has kept; each sequence of edits has a copy. */
let built: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-warm-'));
  built = join(folder, 'built');
  await build(writeSite(built), join(built, '_site'), join(built, 'cache'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a site, with what earlier builds have kept or from nothing; the answer is what came of it. */
async function build(
  site: EditedSite,
  output: string,
  cache?: string,
  onNote: (sentence: string) => void = () => undefined,
): Promise<unknown> {
  const { content, data, templates } = site;
  const options = { content, data, templates, output, date: dayOf(site), onNote };
  const problems = await problemsOf(() => publish({ ...options, ...(cache === undefined ? {} : { cache }) }));
  return problems.length > 0
    ? problems.map(({ file, line, code }) => `${file}:${line} ${code}`)
    : digestTree(output);
}

function spoilLastByte(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(file, bytes);
}

describe('a build that takes over what an earlier one has made', () => {
  const names = Object.keys(edits);
  const samples = fc.sample(
    fc.array(fc.tuple(fc.constantFrom(...names), fc.infiniteStream(fc.nat())), {
      minLength: editsOfSequence,
      maxLength: editsOfSequence,
    }),
    { numRuns: sequences, seed: 20240301 },
  );

  it('is edited in every way that there is', () => {
    expect(new Set(samples.flat().map(([name]) => name))).toEqual(new Set(names));
  });

  let published = 0;

  it.each(samples.map((sample, number) => [number, sample] as const))(
    'gives the bytes, or the problems, of a build from nothing: sequence %i',
    async (number, sample) => {
      const own = join(folder, String(number));
      cpSync(built, own, { recursive: true });
      const site = siteIn(own);
      const [output, cache] = [join(own, '_site'), join(own, 'cache')];
      const done: string[] = [];
      let warm: unknown;
      for (const [name, random] of sample) {
        const pick = (limit: number): number => random.next().value % limit;
        done.push(`${name}: ${edits[name]!(site, pick)}`);
        // Every edit is built, and what is wrong after one lasts to the last.
        warm = await build(site, output, cache);
      }
      expect(warm, done.join('\n')).toEqual(await build(site, join(own, 'cold')));
      if (!Array.isArray(warm)) published += 1;
      rmSync(own, { recursive: true });
    },
  );

  it('has compared sites, and not refusals alone', () => {
    expect(published).toBeGreaterThan(sequences / 2);
  });
});

describe('what a build keeps', () => {
  it('spares the next one all but what has changed, and tells how much', async () => {
    const own = join(folder, 'spared');
    const site = writeSite(own);
    const told: Progress[] = [];
    const options = {
      ...{ content: site.content, data: site.data, templates: site.templates },
      date: '2024-03-01',
    };
    const run = (): Promise<unknown> =>
      publish({
        ...options,
        ...{ output: join(own, '_site'), cache: join(own, 'cache') },
        onProgress: (progress) => told.push(progress),
      });
    await run();
    // It begins with what the first one has made.
    const filesIn = (path: string): readonly string[] =>
      readdirSync(join(own, path), { recursive: true }) as string[];
    expect(filesIn('cache.spare/output').toSorted()).toEqual(filesIn('_site').toSorted());
    told.length = 0;
    const report = join(site.content, 'harbour-board/2024-01-09/b1-pier.md');
    writeFileSync(report, `${readFileSync(report, 'utf8')}\nIt is red.\n`);
    await run();
    const all = told.find(({ stage }) => stage === 'taking over')!.of!;
    const written = told.find(({ stage }) => stage === 'writing')!.of!;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(all / 2);
    expect(told.find(({ stage }) => stage === 'reading')).toEqual({ stage: 'reading', done: 3, of: 4 });
  });

  it('has no word of a withheld paper in it, nor its key', async () => {
    const own = join(folder, 'sealed');
    const site = writeSite(own);
    const cache = join(own, 'cache');
    await build(site, join(own, '_site'), cache);
    const key = readFileSync(`${cache}.key`, 'utf8').trim();
    const kept = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(kept.length).toBeGreaterThan(20);
    for (const entry of kept) {
      const text = readFileSync(join(entry.parentPath, entry.name));
      expect(text.toString('latin1')).not.toMatch(secrets);
      expect(text.includes(Buffer.from(key, 'hex')) || text.includes(key)).toBe(false);
    }
  });

  it.each([
    ['damaged', (file: string) => writeFileSync(file, 'nonsense')],
    ['cut off', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 20))],
    ['spoilt at its end', (file: string) => spoilLastByte(file)],
    ['gone', (file: string) => rmSync(file)],
  ])('is left aside where it is %s, and the site is the same', async (what, spoil) => {
    const own = join(folder, what);
    const site = writeSite(own);
    const [output, cache] = [join(own, '_site'), join(own, 'cache')];
    const first = await build(site, output, cache);
    // The files are links to those of the site, which must not be spoilt with them.
    cpSync(output, `${output}-copy`, { recursive: true });
    rmSync(output, { recursive: true });
    cpSync(`${output}-copy`, output, { recursive: true });
    for (const entry of readdirSync(cache, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name !== 'minutebook-cache.json') spoil(join(entry.parentPath, entry.name));
    expect(await build(site, output, cache)).toEqual(first);
  });

  it.each(['the cache', 'the site that stands'])(
    'is not taken for what it was where a page of %s was changed, with its size and time put back',
    async (where) => {
      const own = join(folder, `changed in ${where}`);
      const site = writeSite(own);
      const [output, cache] = [join(own, '_site'), join(own, 'cache')];
      const first = await build(site, output, cache);
      const page = join(output, 'harbour-board/2024-01-09/b1-pier/index.html');
      const sha256 = digestOf(readFileSync(page));
      const path = where === 'the cache' ? join(cache, 'files', sha256.slice(0, 2), sha256.slice(2)) : page;
      // Both are one file.
      const { mtime } = statSync(path);
      writeFileSync(path, readFileSync(path, 'utf8').replace('painted', 'PAINTED'));
      utimesSync(path, mtime, mtime);
      const said: string[] = [];
      expect(await build(site, output, cache, (sentence) => said.push(sentence))).toEqual(first);
      expect(said).toEqual([expect.stringContaining('is damaged: it is made again.')]);
    },
  );

  it('is no page that has been withdrawn since, not even in what the next build begins with', async () => {
    const own = join(folder, 'withdrawn');
    const site = writeSite(own);
    const [output, cache] = [join(own, '_site'), join(own, 'cache')];
    const report = join(site.content, 'harbour-board/2024-01-09/b1-pier.md');
    const page = 'harbour-board/2024-01-09/b1-pier/index.html';
    await build(site, output, cache);
    const text = readFileSync(report, 'utf8');
    writeFileSync(report, text.replace('painted', 'painted blue'));
    await build(site, output, cache);
    writeFileSync(report, text.replace('restricted: false', 'restricted: true'));
    await build(site, output, cache);
    const spare = join(`${cache}.spare`, 'output');
    expect(existsSync(join(spare, 'parish-council/2024-01-09/b1-pier/index.html'))).toBe(true);
    for (const each of [output, spare]) expect(existsSync(join(each, page))).toBe(false);
    const words = [cache, `${cache}.spare`].flatMap((each) =>
      readdirSync(each, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name), 'latin1')] : [],
      ),
    );
    expect(words.join('')).not.toContain('painted blue');
    expect(await build(site, output, cache)).toEqual(await build(site, join(own, 'cold')));
  });

  it('follows the day: a supplement is there from its day on, and not before, whichever day was built first', async () => {
    const own = join(folder, 'days');
    const site = writeSite(own);
    const supplement = join(site.content, 'harbour-board/2024-01-09/supplement-1.md');
    writeFileSync(
      supplement,
      '---\ntitle: Late paper\nrestricted: false\npublished: 2024-03-10\n---\n\n### B1 The pier\n\nThe tide was high.\n',
    );
    const [output, cache] = [join(own, '_site'), join(own, 'cache')];
    for (const day of [0, 20, 0]) {
      site.day = day;
      const warm = await build(site, output, cache);
      expect(warm).not.toBeInstanceOf(Array);
      expect(warm).toEqual(await build(site, join(own, 'cold')));
      const page = readFileSync(join(output, 'harbour-board/2024-01-09/index.html'), 'utf8');
      expect(page.includes('The tide was high')).toBe(day === 20);
    }
  });

  it('is of no use to a site with another secret', async () => {
    const own = join(folder, 'other-secret');
    const site = writeSite(own);
    const [output, cache] = [join(own, '_site'), join(own, 'cache')];
    const first = await build(site, output, cache);
    rmSync(`${cache}.key`);
    expect(await build(site, output, cache)).toEqual(first);
  });

  it('is not looked for in a folder that holds something else, which stays as it is', async () => {
    const own = join(folder, 'foreign');
    const site = writeSite(own);
    const said: string[] = [];
    const before = digestTree(site.content);
    const { content, data } = site;
    await publish({
      ...{ content, data, output: join(own, '_site'), date: '2024-03-01', cache: content },
      onNote: (sentence) => said.push(sentence),
    });
    expect(digestTree(content)).toEqual(before);
    expect(said.join('\n')).toContain('is no cache of Minutebook');
  });
});
