import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findViolations } from '../../src/accessibility/find-violations.ts';
import { lookInWindows } from '../../src/accessibility/look-in-windows.ts';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { bundlePageScripts } from '../../src/page-scripts/bundle-page-scripts.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { publicationOf } from '../assemble/support/long-publication.ts';
import { assembleExample, pageAt, renderPage } from '../assemble/support/rendered-site.ts';
import { markupRules } from './promises/markup.ts';

/** Pages of the newest year alone, which is short, so that a checker has not hundreds of entries that are alike to look at. */
const plan = assembleExample(
  publicationOf({ 'harbour-board': { '2025': 9, '2024': 300 }, 'town-council': { '2025': 3, '2024': 220 } }),
);
const shortened = ['/resolutions/', '/resolutions/noted/'];
const long = ['/resolutions/2024/', '/resolutions/noted/2024/'];

let directory: string;
let server: SiteServer;
let browser: Browser;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'long-register-test-'));
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), content);
  };
  for (const address of [...shortened, ...long]) {
    const page = pageAt(plan, address);
    write(page.file, renderPage(page));
  }
  for (const { file, bytes } of await bundlePageScripts('templates/scripts')) write(file, bytes);
  write('assets/minutebook.css', readFileSync('templates/assets/minutebook.css'));
  server = await serveSite({ directory, basePath: () => '/meetings/', port: 0 });
  browser = await openBrowser();
}, 100_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(directory, { recursive: true, force: true });
});

const urlOf = (address: string): string => new URL(address.slice(1), server.url()).href;

it('is valid HTML where a page lists the newest years only, and where it lists a long year', async () => {
  const validator = new HtmlValidate(markupRules);
  for (const address of [...shortened, ...long]) {
    const { results } = await validator.validateString(renderPage(pageAt(plan, address)), address);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  }
}, 100_000);

it('breaks no rule that axe knows where a page lists the newest years only, with the filter that the script shows', async () => {
  const found: string[] = [];
  await lookInWindows(browser, shortened, async (page, address) => {
    await page.goto(urlOf(address));
    await page.waitForSelector('#register_filter:visible');
    found.push(...(await findViolations(page)).map(({ rule, where }) => `${address} ${rule} (${where})`));
  });
  expect(found).toEqual([]);
}, 200_000);

it('says with the filter that it is one of what the page lists', async () => {
  const page = await browser.newPage();
  await page.goto(urlOf('/resolutions/'));
  const filter = page.getByRole('form', { name: 'Choose among the 12 resolutions on this page:' });
  await filter.getByLabel('Body').selectOption('town-council');
  expect(await page.getByRole('status').textContent()).toBe('3 of 12 resolutions on this page shown');
  await page.close();
});

it('leads whoever kept an address of what it listed once to the page of that year, with the other filters', async () => {
  const page = await browser.newPage();
  const entry = '#harbour-board_2024-03-01_b1-resolution-7';
  await page.goto(urlOf('/resolutions/') + entry);
  await page.waitForURL(urlOf('/resolutions/2024/') + entry);
  expect(await page.locator(':target').textContent()).toContain('RESOLVED matter 7.');
  await page.goto(`${urlOf('/resolutions/noted/')}?year=2024&body=town-council`);
  await page.waitForURL(`${urlOf('/resolutions/noted/2024/')}?body=town-council`);
  await page.getByText('220 of 520 resolutions shown').waitFor();
  // What is on the page stays there.
  await page.goto(`${urlOf('/resolutions/')}?year=2025&body=town-council`);
  await page.getByText('3 of 12 resolutions on this page shown').waitFor();
  expect(page.url()).toBe(`${urlOf('/resolutions/')}?year=2025&body=town-council`);
  await page.close();
});
