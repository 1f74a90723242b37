import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { publish } from '../../src/publish.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';

// How far what a reader looks at moves by itself (the layout-shift entries of the browser, all of them, also those
// behind a key): on arrival, with an index that comes late, and while one types.

/** Of what a browser calls good (web.dev, Cumulative Layout Shift). */
const good = 0.1;

let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  const output = join(mkdtempSync(join(tmpdir(), 'minutebook-shift-')), 'site');
  await publish({ content: 'content', data: 'data', output, date: '2026-11-20' });
  server = await serveSite({ directory: output, basePath: () => '/', port: 0 });
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(width: number, query: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: width < 600 ? 667 : 720 } });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Late enough for the page to be painted without them.
  await page.route('**/pagefind/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await route.continue();
  });
  await page.goto(`${server.url()}search/${query}`);
  const answered =
    query === ''
      ? page.locator('#search-kind option').nth(2)
      : page.getByRole('status').filter({ hasText: /\w/ });
  await answered.waitFor({ state: 'attached' });
  return page;
}

/** All that moved until now. */
async function shiftOf(page: Page): Promise<number> {
  await page.waitForTimeout(300);
  return page.evaluate(() =>
    (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
}

describe.each([375, 1280])('the search page at %d pixels moves nothing under the reader’s eyes', (width) => {
  it.each(['', '?q=violence', '?q=speeding+potholes', '?q=working+group&kind=minutes', '?kind=resolution'])(
    'on arrival at “%s”',
    async (query) => {
      const page = await open(width, query);
      expect(await shiftOf(page)).toBeLessThan(good);
      await page.close();
    },
  );

  it('while one types', async () => {
    const page = await open(width, '');
    for (const text of ['vision zero', 'zeppelin', 'domestic homicide reviews']) {
      await page.fill('#search-query', '');
      await page.locator('#search-query').pressSequentially(text, { delay: 60 });
      await expect
        .poll(() => page.locator('#search-status').textContent(), { timeout: 10_000 })
        .toContain(`“${text}”`);
    }
    expect(await shiftOf(page)).toBeLessThan(good);
    await page.close();
  });
});

describe('the bodies and their meetings', () => {
  it.each([
    ['', 1],
    ['?q=zeppelin', 1],
    ['?q=violence', 0],
  ])('are offered at “%s” %i times', async (query, times) => {
    const page = await open(1280, query);
    await expect
      .poll(() => page.locator('main a[href="/kent-community-safety-partnership/"]').count())
      .toBe(times);
    await page.close();
  });

  it('are offered to a reader without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url()}search/`);
    expect(await page.locator('main a[href="/kent-community-safety-partnership/"]').isVisible()).toBe(true);
    await context.close();
  });
});
