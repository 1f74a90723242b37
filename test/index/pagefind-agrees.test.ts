import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { IndexFile } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { recombineWords } from '../../src/bench/corpus/recombine-words.ts';
import { createOutputFiles } from '../../src/publish/carry-output.ts';
import { buildShard } from '../../src/index/build-shard.ts';
import { indexPart } from '../../src/index/index-part.ts';
import { partOf } from '../../src/index/indexed-part.ts';
import { joinShards } from '../../src/index/join-shards.ts';
import type { ShardSummary } from '../../src/index/kept-index.ts';
import { withPagefind } from '../../src/index/open-pagefind.ts';
import type { ShardPlan } from '../../src/index/plan-shards.ts';
import type { SearchRecord } from '../../src/model/page.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { makePaper, makeResolution } from './index-fixture.ts';

// Shards are merged, and read, by code of ours: here Pagefind itself says whether they are what it would have made.

const realPaper = 'content/kent-community-safety-partnership/2023-03-21/minutes.md';
const words = recombineWords([readFileSync(realPaper, 'utf8')], new Set(), 3);

/** Papers and resolutions of two years, with accents, sections and more than one form of a word. */
const records: readonly SearchRecord[] = Array.from({ length: 48 }, (_, number) => {
  const date = `${number % 2 === 0 ? 2021 : 2022}-03-${String(1 + (number % 28)).padStart(2, '0')}`;
  const text = `${words.sentence(60)} Café naïve ${number % 3 === 0 ? 'cafe policing' : 'policies'}`;
  return number % 4 === 0
    ? makeResolution(`/board/${date}/minutes/#b${number}-resolution-1`, `RESOLVED that ${text}`, { date })
    : makePaper(`/board/${date}/b${number}/`, words.sentence(4), `<h2 id="a">Café</h2><p>${text}</p>`, {
        date,
      });
});

/** A shard for each year; the resolutions of one stand within it, and have their files in their own folder. */
const ofYears: readonly ShardPlan[] = ['2021', '2022'].map((year) => ({
  name: `year-${year}`,
  parts: (['paper', 'resolution'] as const).map((kind) => ({
    name: `${kind}s-${year}`,
    home: kind === 'resolution' && year === '2021' ? 'within-2021' : `year-${year}`,
    records: records.flatMap((record, number) =>
      record.kind === kind && record.address.startsWith(`/board/${year}`) ? [{ number, place: number }] : [],
    ),
  })),
}));
const inside = ofYears[0]!.parts.filter(({ home }) => home === 'within-2021');
const plans: readonly ShardPlan[] = [...ofYears, { name: 'within-2021', within: 'year-2021', parts: inside }];

let directory: string;
let server: SiteServer;
let browser: Browser;
let page: Page;
const vocabulary = new Set<string>(['policing', 'policies', 'police', 'café', 'cafe', 'naive', 'zzz']);

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'pagefind-agrees-'));
  const summaries: ShardSummary[] = [];
  for (const plan of plans) summaries.push(await buildOurs(plan));
  joinShards({ summaries, writeFile: createOutputFiles(directory).write, language: 'en-GB' });
  const engine = await buildTheirs('all', records);
  for (const [index, plan] of plans.entries()) {
    const own = plan.parts.flatMap((part) => part.records.map(({ number }) => records[number]!));
    await buildTheirs(plan.name, own);
    openToPagefind(plan.name, summaries[index]!, engine);
  }
  for (const script of ['search-index', 'search-shards', 'search-load', 'search-chunk', 'search-stem'])
    write(`assets/${script}.js`, readFileSync(`templates/scripts/${script}.js`));
  write('index.html', '<!doctype html><html lang="en"><title>Test</title></html>');
  for (const text of records.map((record) => (record.kind === 'paper' ? record.html : record.content)))
    for (const [word] of text.replace(/<[^>]*>/g, ' ').matchAll(/[\p{L}\p{N}]{2,}/gu))
      vocabulary.add(word.toLowerCase());
  server = await serveSite({ directory, basePath: () => '/', port: 0 });
  browser = await openBrowser();
  // Pagefind compiles its engine in the page, which the site's own policy rightly forbids.
  page = await (await browser.newContext({ bypassCSP: true })).newPage();
  await page.goto(server.url());
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(directory, { recursive: true });
});

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(directory, file)), { recursive: true });
  writeFileSync(join(directory, file), content);
}

async function buildOurs(plan: ShardPlan): Promise<ShardSummary> {
  const { summary } = await buildShard({
    plan,
    digests: new Map(plan.parts.map((part) => [part, part.name])),
    readPart: async (part) =>
      partOf(
        await indexPart({
          records: part.records.map(({ number }) => records[number]!),
          basePath: '/',
          language: 'en-GB',
        }),
      ),
    writeFile: createOutputFiles(directory).write,
    language: 'en-GB',
  });
  return summary;
}

/** What Pagefind makes of records by itself, in `/theirs/NAME/`. */
async function buildTheirs(name: string, of: readonly SearchRecord[]): Promise<readonly IndexFile[]> {
  return await withPagefind({ forceLanguage: 'en' }, async ({ index, ask }) => {
    for (const record of of) {
      const { address: url } = record;
      if (record.kind === 'paper') await ask(url, index.addHTMLFile({ url, content: record.html }));
      else {
        const filters = Object.fromEntries(
          Object.entries(record.filters).map(([key, values]) => [key, [...values]]),
        );
        await ask(url, index.addCustomRecord({ ...record, url, language: 'en', filters }));
      }
    }
    const { files } = await ask('files', index.getFiles());
    for (const { path, content } of files) write(`theirs/${name}/${path}`, content);
    return files;
  });
}

/** Puts beside a shard of ours what Pagefind's script asks for first: itself, its engine, and the name of the contents. */
function openToPagefind(
  name: string,
  { contentsFile, records: count }: ShardSummary,
  engine: readonly IndexFile[],
): void {
  for (const { path, content } of engine)
    if (/^pagefind(?:-worker)?\.js$|^wasm/.test(path)) write(`pagefind/${name}/${path}`, content);
  const hash = contentsFile.replace(/^pagefind\.|\.pf_meta$/g, '');
  const languages = { en: { hash, wasm: 'en', page_count: count } };
  write(
    `pagefind/${name}/pagefind-entry.json`,
    JSON.stringify({ version: '1.5.2', languages, include_characters: [] }),
  );
}

/** By query, the addresses that an index answers with, in its order. */
async function askPagefind(
  folder: string,
  queries: readonly string[],
): Promise<{ [query: string]: string[] }> {
  const ask = `(async (folder, queries) => {
    const pagefind = await import(folder + 'pagefind.js');
    const answers = {};
    for (const query of queries) {
      const { results } = await pagefind.search(query);
      answers[query] = await Promise.all(results.map(async (each) => (await each.data()).raw_url ?? (await each.data()).url));
    }
    await pagefind.destroy();
    return answers;
  })(${JSON.stringify(folder)}, ${JSON.stringify(queries)})`;
  return await page.evaluate(ask);
}

const sentences = [
  'community safety',
  'was resolved that',
  'partnership police policing',
  '"the partnership"',
  'cafe naive',
];

describe('a shard', () => {
  it.each(plans)(
    '$name is an index that Pagefind reads, and answers as its own of the same records',
    async ({ name }) => {
      const queries = [...vocabulary, ...sentences];
      const ours = await askPagefind(`/pagefind/${name}/`, queries);
      const theirs = await askPagefind(`/theirs/${name}/`, queries);
      expect(ours).toEqual(theirs);
      expect(Object.values(ours).filter((found) => found.length > 0).length).toBeGreaterThan(200);
    },
  );
});

describe('the search page', () => {
  // Pagefind answers a word with the longer words that begin with it as well; the page asks for those only where there
  // is no such word.
  it('reads of every word, and of what begins with it, the records that Pagefind finds in one index', async () => {
    const queries = [...vocabulary].map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
    const theirs = await askPagefind('/theirs/all/', queries);
    const find = `(async (queries) => {
      const { findWord, readFragment } = await import('/assets/search-index.js');
      const { shardsFor, readWords, stemOf } = await import('/assets/search-shards.js');
      const shards = await shardsFor(new Map());
      const urlsOf = (records) => Promise.all(records.map(async (record) => (await readFragment(record)).url));
      const answers = {};
      for (const query of queries) {
        const { exact } = await findWord(shards, query);
        const beginning = new Set();
        for (const shard of shards)
          for (const records of (await readWords(shard, await stemOf(query), true)).values())
            for (const number of records.keys()) beginning.add(shard.first + number);
        answers[query] = { exact: await urlsOf([...exact]), all: await urlsOf([...beginning]) };
      }
      return answers;
    })(${JSON.stringify(queries)})`;
    const ours: { [query: string]: { exact: string[]; all: string[] } } = await page.evaluate(find);
    const known = queries.filter((query) => theirs[query]!.length > 0 && ours[query]!.exact.length > 0);
    expect(known.length).toBeGreaterThan(200);
    for (const query of known) {
      expect(ours[query]!.all.sort(), query).toEqual([...theirs[query]!].sort());
      for (const url of ours[query]!.exact) expect(theirs[query], query).toContain(url);
    }
    expect(ours['zzz']).toEqual({ exact: [], all: [] });
  });
});
