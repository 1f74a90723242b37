import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findViolations } from '../../src/accessibility/find-violations.ts';
import { lookInWindows } from '../../src/accessibility/look-in-windows.ts';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { stayOnPage } from '../../src/accessibility/stay-on-page.ts';
import { buildSite, pageOfEachKind, urlOf, type BuiltSite } from './support/built-site.ts';

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([buildSite(), openBrowser()]);
}, 200_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A page as a reader meets it: at an address, and after what he did or what went wrong. */
interface Look {
  readonly name: string;
  readonly address: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

const searchStates: readonly Look[] = [
  {
    name: 'search with results, its lists opened',
    address: '/search/?q=quay',
    prepare: async (page) => {
      await page.waitForSelector('#search-results > li');
      await page
        .locator('#search-filters details')
        .evaluate((fold) => ((fold as HTMLDetailsElement).open = true));
      await page.waitForSelector('#search-year');
    },
  },
  {
    name: 'search without results',
    address: '/search/?q=zzyzzyva&year=2025',
    prepare: (page) => page.getByText('What to try:').waitFor(),
  },
  {
    name: 'search that cannot be loaded',
    address: '/search/',
    prepare: async (page) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.locator('#search-query').fill('quay');
      await page.getByText('could not be loaded').waitFor();
    },
  },
];

it('finds no violation on any kind of page, at 320, 768 and 1280 pixels, in the site’s colours and in forced ones', async () => {
  // And the whole register, which alone has its parts by body and the filter for them.
  const addresses = [...pageOfEachKind(site.pages), '/resolutions/'];
  expect(await violationsOf(addresses.map((address) => ({ name: address, address })))).toEqual([]);
}, 400_000);

it('finds none while somebody searches: with results, without, and when the search cannot be loaded', async () => {
  expect(await violationsOf(searchStates)).toEqual([]);
}, 100_000);

async function violationsOf(looks: readonly Look[]): Promise<string[]> {
  const found: string[] = [];
  await lookInWindows(browser, looks, async (page, { name, address, prepare }) => {
    await stayOnPage(page, urlOf(site, address));
    await prepare?.(page);
    const violations = await findViolations(page);
    found.push(...violations.map(({ rule, meaning, where }) => `${name} ${rule}: ${meaning} (${where})`));
  });
  return found;
}
