import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePageScripts } from '../../src/page-scripts/bundle-page-scripts.ts';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const styles = readFileSync('templates/assets/minutebook.css', 'utf8');

describe('on paper', () => {
  let browser: Browser;
  let page: Page;
  let printDate: string;

  /** Opens a page as it is printed. Its style sheet and its script are put in, since there is no server. */
  const open = async (address: string): Promise<void> => {
    page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.setContent(
      renderPage(pageAt(plan, address)).replace('</head>', `<style>${styles}</style></head>`),
    );
    await page.addScriptTag({ content: printDate, type: 'module' });
  };
  const shown = async (selector: string): Promise<number> =>
    await page.locator(`${selector}:visible`).count();

  beforeAll(async () => {
    const scripts = await bundlePageScripts('templates/scripts');
    const bytes = scripts.find(({ file }) => file === 'assets/print-date.js')!.bytes;
    printDate = new TextDecoder().decode(bytes);
    browser = await openBrowser();
  });
  afterAll(async () => await browser.close());

  it.each(['', 'b2-quay-repair/', 'minutes/', 'pack/'])(
    'a page …/%s has no navigation, forms or buttons, and says where it stands and when it was printed',
    async (rest) => {
      await open(`/harbour-board/2021-11-18/${rest}`);
      for (const selector of [
        '.govuk-breadcrumbs',
        'form',
        'button',
        '.govuk-button',
        '.site-footer',
        '.back',
      ])
        expect(await shown(selector), selector).toBe(0);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await page.locator('.printed').textContent()).toMatch(
        new RegExp(
          `^https://papers.example.org/meetings/harbour-board/2021-11-18/${rest}, printed on \\d+ [A-Z]`,
        ),
      );
      expect(await shown('.printed')).toBe(1);
      await page.close();
    },
  );

  it('the pack begins with the list of its papers, and each begins on a new page', async () => {
    await open('/harbour-board/2021-11-18/pack/');
    expect(await page.locator('.front-sheet .contents:visible li').count()).toBe(4);
    const breaks = await page
      .locator('.pack-paper')
      .evaluateAll((papers) => papers.map((paper) => getComputedStyle(paper).breakBefore));
    expect(breaks).toEqual(['page', 'page', 'page', 'page']);
    await page.close();
  });

  it('no heading is cut, or left alone at the foot of a page', async () => {
    await open('/harbour-board/2021-11-18/pack/');
    const headings = await page.locator('h2, h3, h4').evaluateAll((all) =>
      all.map((heading) => {
        const { breakInside, breakAfter } = getComputedStyle(heading);
        return `${breakInside} ${breakAfter}`;
      }),
    );
    expect(new Set(headings)).toEqual(new Set(['avoid avoid']));
    await page.close();
  });

  it('is nothing that a screen has not: the address is for paper alone', async () => {
    await open('/harbour-board/2021-11-18/');
    await page.emulateMedia({ media: 'screen' });
    expect(await shown('.printed')).toBe(0);
    await page.close();
  });
});
