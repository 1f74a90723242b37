import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { buildSite, readTree, realSite, type SiteFolders } from '../support/build-fixture.ts';
import { readPage } from '../support/read-page.ts';
import { readPdf } from '../../src/audit/pdf-text.ts';

const body = 'kent-community-safety-partnership';

describe('a reader of the site, in a browser', () => {
  let folders: SiteFolders;
  let server: SiteServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** Errors and warnings of the page, and everything that it asked another host for. */
  let complaints: string[];

  beforeAll(async () => {
    folders = realSite();
    expect(await buildSite(folders, '2026-01-01')).toEqual([]);
    server = await serveSite({ directory: folders.output, basePath: () => '/', port: 0 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folders.folder, { recursive: true });
  });
  beforeEach(async () => {
    await open();
  });
  afterEach(() => context.close());

  async function open(options: { readonly javaScriptEnabled?: boolean } = {}): Promise<void> {
    context = await browser.newContext(options);
    page = await context.newPage();
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => {
      // What a page still loads when it is left is broken off.
      const reason = request.failure()?.errorText ?? 'failed';
      if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`);
    });
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(server.url()).origin) complaints.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
    });
  }

  it('finds what was resolved about the gangs strategy, and lands on the resolution itself', async () => {
    await page.goto(`${server.url()}search/?q=gangs+strategy`);
    const result = page.locator('#search-results a[href*="resolution"]').first();
    await result.click();
    const anchor = new URL(page.url()).hash.slice(1);
    const resolution = page.locator(`[id="${anchor}"]`);
    expect(await resolution.textContent()).toMatch(/gangs strategy/i);
    await expect.poll(() => resolution.evaluate(isOnScreen)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('is asked for nothing by another host, gets no cookie, and meets no error on any page', async () => {
    const files = [...readTree(folders.output).keys()].filter((file) => file.endsWith('index.html'));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) await page.goto(server.url() + file.replace(/index\.html$/, ''));
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });

  it('reads every page without JavaScript: the same words, search apart', async () => {
    await context.close();
    await open({ javaScriptEnabled: false });
    const pages = [...readTree(folders.output)].filter(([file]) => file.endsWith('index.html'));
    for (const [file, bytes] of pages) {
      if (file.startsWith('search/')) continue;
      await page.goto(server.url() + file.replace(/index\.html$/, ''));
      const visible = lettersOf(await page.locator('main').innerText());
      const written = lettersOf(readPage(bytes.toString()).text);
      expect(visible.length).toBeGreaterThan(20);
      expect({ file, isComplete: written.includes(visible.slice(0, 200)) }).toEqual({
        file,
        isComplete: true,
      });
    }
    await page.goto(`${server.url()}search/`);
    expect(await page.locator('main').innerText()).toMatch(/resolutions/i);
  });

  it('prints the pack with every paper, in the order of the agenda', async () => {
    await page.goto(`${server.url()}${body}/2021-11-18/pack/`);
    const printed = await readPdf(await page.pdf({ format: 'A4' }));
    const text = lettersOf('text' in printed ? printed.text : '');
    // Words from the middle of each paper: titles stand in the contents too.
    const places = [
      'focusses on those aged under 25 involved in public place violence',
      'Community Safety Agreement',
      'The training was delivered in April 2021',
      'Mental Health',
    ].map((words) => text.lastIndexOf(lettersOf(words)));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(text.indexOf(lettersOf('Kent and Medway Violence Reduction Unit'))).toBeLessThan(places[0]!);
    expect(places[0]!).toBeLessThan(places[2]!);
    expect(places[2]!).toBeLessThan(places[3]!);
  });
});

/** Runs in the page. */
function isOnScreen(element: HTMLElement | SVGElement): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < window.innerHeight;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
