import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { expect, it } from 'vitest';
import { urlOf } from '../support/built-site.ts';
import type { Opened } from '../site.test.ts';

const kilobyte = 1000;

/** What a reader with an old phone and a thin line may count on. */
export function weightTests(open: () => Opened): void {
  it('loads at most 40 kB for a real page of a meeting, and asks for nothing that is not there', async () => {
    const { site, browser } = open();
    const meetings = site.pages.filter(
      ({ template, address }) => template === 'meeting' && !address.startsWith('/harbour-board/'),
    );
    expect(meetings.length).toBeGreaterThan(4);
    await Promise.all(
      meetings.map(async ({ address }) =>
        expect(await weightOf(browser, urlOf(site, address)), address).toBeLessThanOrEqual(40 * kilobyte),
      ),
    );
  });

  it('loads at most 80 kB for a meeting of 30 items with full minutes, and for the minutes themselves', async () => {
    const { site, browser } = open();
    for (const address of ['/harbour-board/2025-06-10/', '/harbour-board/2025-06-10/minutes/'])
      expect(await weightOf(browser, urlOf(site, address)), address).toBeLessThanOrEqual(80 * kilobyte);
  });

  it('moves nothing while a page with a picture loads', async () => {
    const { site, browser } = open();
    const page = await browser.newPage({ viewport: { width: 390, height: 3000 } });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) =>
        shifts.push(
          ...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value),
        ),
      ).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route(/\.png$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.goto(urlOf(site, '/harbour-board/2026-03-10/a2-quay/'));
    await expect
      .poll(() => page.locator('main img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(900);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    await page.close();
  });

  it('can be read before any script, and without any', async () => {
    const { site, browser } = open();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(urlOf(site, '/harbour-board/2025-06-10/minutes/'));
    expect(await page.locator('main').innerText()).toContain('RESOLVED to:');
    await page.goto(urlOf(site, '/search/'));
    expect(await page.locator('main').innerText()).toContain('Search needs a script');
    await context.close();
  });
}

/** Bytes of every file that a page loads, as a server sends them. */
async function weightOf(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const failures: string[] = [];
  const sizes: Promise<number>[] = [];
  const weigh = (response: Response): void => {
    if (!response.ok()) failures.push(`${response.url()}: ${response.status()}`);
    sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  };
  page.on('response', weigh);
  await page.goto(url, { waitUntil: 'networkidle' });
  // On a busy machine an answer may come while the others are weighed.
  for (let weighed = -1; weighed < sizes.length; await Promise.all(sizes)) weighed = sizes.length;
  page.off('response', weigh);
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  expect(failures).toEqual([]);
  return total;
}
