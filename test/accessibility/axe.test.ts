import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findViolations } from '../../src/accessibility/find-violations.ts';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
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

it('finds no violation on any kind of page, at 320, 768 and 1280 pixels, in the site’s colours and in forced ones', async () => {
  const waiting = pageOfEachKind(site.pages);
  const found: string[] = [];
  const look = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const violations = await findViolations(browser, urlOf(site, address));
      found.push(
        ...violations.map(({ rule, meaning, where }) => `${address} ${rule}: ${meaning} (${where})`),
      );
    }
  };
  await Promise.all([look(), look()]);
  expect(found).toEqual([]);
}, 400_000);
