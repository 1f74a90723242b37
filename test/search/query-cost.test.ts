import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { writeCorpus, corpusDate } from '../../src/bench/corpus/write-corpus.ts';
import { writeCorpusData } from '../../src/bench/corpus/write-corpus-data.ts';
import type { QueryMeasurement } from '../../src/bench/measurements.ts';
import { measureSearch } from '../../src/bench/search/measure-search.ts';
import { writePlainIndex } from '../../src/bench/search/write-plain-index.ts';
import { buildShard } from '../../src/index/build-shard.ts';
import { digestOfPart, digestOfRecord } from '../../src/index/digest-records.ts';
import { partOf } from '../../src/index/indexed-part.ts';
import { joinShards } from '../../src/index/join-shards.ts';
import { planShards, type ShardPlan } from '../../src/index/plan-shards.ts';
import { recordHead } from '../../src/index/record-head.ts';
import { createOutputFiles } from '../../src/publish/carry-output.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { keepInMemory } from '../index/keep-in-memory.ts';
import { askSearchPage } from './ask-search-page.ts';
import { buildSearchPage } from './build-search-page.ts';

// What a reader waits for on a slow line is what the search page asks the server for: it may ask for little more than
// Pagefind's own script would, of one index of everything. And shards must not change what is found.

const browserPath = process.env['MINUTEBOOK_BROWSER'] ?? '/usr/bin/chromium';

let directory: string;
const folderOf = (name: string): string => join(directory, name);

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'minutebook-query-cost-'));
  const [content, data, site] = [folderOf('content'), folderOf('data'), folderOf('shards')];
  // A hundred meetings, with over 1,000 records.
  writeCorpus({ realContent: 'content', content, papers: 700 });
  writeCorpusData({ realData: 'data', data });
  const kept = keepInMemory();
  const { records, basePath, language } = await buildSearchPage(
    { content, data, output: site, date: corpusDate },
    kept,
  );
  expect(kept.shards().map(({ summary }) => summary.name)).toEqual(['current', 'older', 'resolutions']);

  // The same site with all records in one shard, of the same parts.
  cpSync(site, folderOf('single'), { recursive: true });
  rmSync(folderOf('single/pagefind'), { recursive: true });
  const plans = planShards(records.map(recordHead), corpusDate).filter(({ within }) => within === undefined);
  const plan: ShardPlan = {
    name: 'all',
    parts: plans.flatMap(({ parts }) => parts.map((part) => ({ ...part, home: 'all' }))),
  };
  const ofRecords = records.map((record) => digestOfRecord(record, basePath, language));
  const digests = new Map(plan.parts.map((part) => [part, digestOfPart(part, ofRecords)]));
  const writeFile = createOutputFiles(folderOf('single')).write;
  const single = await buildShard({
    ...{ plan, writeFile, language },
    digests,
    readPart: (part) => Promise.resolve(partOf(kept.parts.get(digests.get(part)!)!)),
  });
  joinShards({ summaries: [single.summary], writeFile, language });

  mkdirSync(folderOf('plain'));
  await writePlainIndex(records, language.split('-')[0]!, folderOf('plain'));
}, 180_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** How many times what one plain index costs. */
const mostOfPlain = 1.5;

describe('a query in a browser that knows nothing yet', () => {
  let measured: readonly QueryMeasurement[];

  beforeAll(async () => {
    measured = await measureSearch({
      ...{ browser: browserPath, ours: folderOf('shards'), plain: folderOf('plain') },
    });
    for (const { query, kind = 'all', ours, plain } of measured)
      process.stdout.write(
        `${query} (${kind}): ${ours.requests}/${plain.requests} requests, ${ours.bytes}/${plain.bytes} bytes\n`,
      );
  }, 60_000);

  it('asks for little more than Pagefind asks of one index', () => {
    expect(measured.length).toBeGreaterThan(3);
    for (const { query, ours, plain } of measured)
      expect(ours.requests / plain.requests, query).toBeLessThanOrEqual(mostOfPlain);
  });

  it('is sent little more than Pagefind is', () => {
    for (const { query, ours, plain } of measured)
      expect(ours.bytes / plain.bytes, query).toBeLessThanOrEqual(mostOfPlain);
  });
});

const queries = [
  'domestic abuse',
  'road safety strategy',
  'hate crime awareness week',
  'RESOLVED noted minutes',
  'violence reduction unit update',
  'VRU',
  'july 2014',
  'item B2 2019',
  'crimne statistics',
  'policin',
];

describe('shards', () => {
  let browser: Browser;
  const servers: SiteServer[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    for (const name of ['shards', 'single'])
      servers.push(await serveSite({ directory: folderOf(name), basePath: () => '/', port: 0 }));
  });
  afterAll(async () => {
    await browser.close();
    for (const server of servers) await server.close();
  });

  /** By query, what the search page says and shows, opened with a choice in its address. */
  async function answersOf(server: SiteServer, choice: string): Promise<{ [query: string]: unknown }> {
    const page = await browser.newPage();
    await page.goto(`${server.url()}search/${choice}`);
    const answers: { [query: string]: unknown } = {};
    for (const query of queries) {
      const results = await askSearchPage(page, query);
      answers[query] = { results, status: await page.locator('#search-status').textContent() };
    }
    await page.close();
    return answers;
  }

  // Of a year, or of resolutions alone, not all shards are opened, and a word is as rare as it is in those that are.
  it.each([
    ['by match', ''],
    ['by date', '?sort=date'],
    ['in one kind of paper', '?kind=minutes'],
  ])(
    'are answered from as one would be, with the same results in the same order, %s',
    async (_name, choice) => {
      const [ours, one] = [await answersOf(servers[0]!, choice), await answersOf(servers[1]!, choice)];
      expect(ours).toEqual(one);
      const found = Object.values(ours).filter(
        (answer) => (answer as { results: unknown[] }).results.length > 2,
      );
      expect(found.length).toBeGreaterThan(queries.length / 2);
    },
  );

  it.each(['?kind=resolution', '?year=2019', '?kind=resolution&year=2019'])(
    'list as one would, where nothing is typed but %s chosen',
    async (choice) => {
      const lists: unknown[] = [];
      for (const server of servers) {
        const page = await browser.newPage();
        await page.goto(`${server.url()}search/${choice}`);
        const status = page.getByRole('status').filter({ hasText: /results/ });
        await status.waitFor({ state: 'attached' });
        const shown = await page.locator('.search-result').allTextContents();
        lists.push([await status.textContent(), shown]);
        expect(shown).toHaveLength(10);
        await page.close();
      }
      expect(lists[0]).toEqual(lists[1]);
    },
  );
});
