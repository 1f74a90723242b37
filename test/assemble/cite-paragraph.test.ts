import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePageScripts } from '../../src/page-scripts/bundle-page-scripts.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const report = '/harbour-board/2021-11-18/b2-quay-repair/';

describe('the citation of a paragraph', () => {
  let directory: string;
  let server: SiteServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'citation-test-'));
    const scripts = await bundlePageScripts('templates/scripts');
    const files: [string, string | Uint8Array][] = [
      [pageAt(plan, report).file, renderPage(pageAt(plan, report))],
      ...scripts.map(({ file, bytes }): [string, Uint8Array] => [file, bytes]),
    ];
    for (const [file, content] of files) {
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), content);
    }
    server = await serveSite({ directory, basePath: () => '/meetings/', port: 0 });
    browser = await openBrowser();
    page = await browser.newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(directory, { recursive: true });
  });

  it('stands under the paragraph that the address names, and can be copied', async () => {
    const citation =
      'Harbour Board, 18 November 2021, item B2, paragraph 2.1, https://papers.example.org/meetings/harbour-board/2021-11-18/b2-quay-repair/#para-2-1';
    await page.goto(new URL(`${report.slice(1)}#para-2-1`, server.url()).href);
    const line = page.locator('#para-2-1 + .cited');
    expect(await line.textContent()).toContain(`Cite this paragraph: ${citation}`);
    await line.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => line.getByRole('status').textContent()).toBe(' Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(citation);
  });

  it('follows the reader to another paragraph, and goes where the address names none', async () => {
    await page.locator('#para-4-1 .paragraph-number').click();
    expect(await page.locator('.cited').allTextContents()).toEqual([
      expect.stringContaining('paragraph 4.1, https:'),
    ]);
    await page.evaluate(() => (location.hash = '#page_main'));
    await expect.poll(() => page.locator('.cited').count()).toBe(0);
  });
});
