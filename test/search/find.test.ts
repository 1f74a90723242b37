import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { publish, type PublishOptions } from '../../src/publish.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { askSearchPage } from './ask-search-page.ts';
import { buildSearchPage } from './build-search-page.ts';
import { generatePapers } from './generate-papers.ts';
import { readQueries } from './read-queries.ts';
import { describeScore, scoreQuery, shareWithin, type Scored } from './score-queries.ts';

// The queries of queries.yaml, asked of the search page as a reader asks them. `npm test -- find` prints what fails.

const patience = 180_000;

describe('a reader who remembers roughly', () => {
  describe('finds it among the real papers', () => {
    expectScores('real papers', async (directory) => {
      const options = optionsOf('content', directory);
      await publish(options);
      return options.output;
    });
  });

  describe('finds it among 1,000 other papers that share their words', () => {
    expectScores('among 1,000', async (directory) => {
      const content = join(directory, 'content');
      generatePapers('content', content);
      cpSync('content', content, { recursive: true });
      const options = optionsOf(content, directory);
      await buildSearchPage(options);
      return options.output;
    });
  });
});

/** Builds a site, asks its search page every query, and expects the scores that are promised, of each set of queries. */
function expectScores(name: string, build: (directory: string) => Promise<string>): void {
  let server: SiteServer;
  let browser: Browser;
  const scored: Scored[] = [];

  beforeAll(async () => {
    const directory = await build(mkdtempSync(join(tmpdir(), 'minutebook-find-')));
    server = await serveSite({ directory, basePath: () => '/', port: 0 });
    browser = await openBrowser();
    const page: Page = await browser.newPage();
    await page.goto(`${server.url()}search/`);
    for (const query of readQueries()) scored.push(scoreQuery(query, await askSearchPage(page, query.query)));
  }, patience);

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(['seen', 'unseen'])('as the first result or among three, by the %s queries', (set) => {
    const of = scored.filter(({ kind, isSeen }) => kind !== 'resident' && isSeen === (set === 'seen'));
    process.stdout.write(`${describeScore(`${name}, ${set}`, of)}\n`);
    expect(of.length).toBeGreaterThan(30);
    expect(shareWithin(of, 1)).toBeGreaterThanOrEqual(0.9);
    expect(shareWithin(of, 3)).toBeGreaterThanOrEqual(0.98);
  });

  it.runIf(name === 'real papers')('as the first result or among three, in a resident’s own words', () => {
    const of = scored.filter(({ kind }) => kind === 'resident');
    process.stdout.write(`${describeScore(`${name}, in a resident’s words`, of)}\n`);
    expect(of.length).toBeGreaterThan(10);
    expect(shareWithin(of, 1)).toBeGreaterThanOrEqual(0.8);
    expect(shareWithin(of, 3)).toBeGreaterThanOrEqual(0.85);
  });
}

function optionsOf(content: string, directory: string): PublishOptions {
  return { content, data: 'data', output: join(directory, 'site'), date: '2026-11-20' };
}
