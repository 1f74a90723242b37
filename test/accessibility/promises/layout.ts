import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { lookInWindows } from '../../../src/accessibility/look-in-windows.ts';
import { stayOnPage } from '../../../src/accessibility/stay-on-page.ts';
import { pageOfEachKind, pagesThatDiffer, urlOf } from '../support/built-site.ts';
import type { Opened } from '../site.test.ts';

/** WCAG 2.2, success criterion 1.4.12. */
const textSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** What a reader who sets the page to his own eyes may count on. */
export function layoutTests(open: () => Opened): void {
  it('fits every page in 320 pixels, which is a desk screen at 400%, and loses nothing with the reader’s own text spacing, there and on a desk screen', async () => {
    const { site, browser } = open();
    const found: string[] = [];
    const look = async (page: Page, where: string): Promise<void> => {
      found.push(...(await page.evaluate(findLost)).map((lost) => `${where}: ${lost}`));
    };
    await lookInWindows(
      browser,
      pagesThatDiffer(site.pages),
      async (page, { address }) => {
        await page.setViewportSize({ width: 320, height: 640 });
        await stayOnPage(page, urlOf(site, address));
        await look(page, `${address} at 320 pixels`);
        await page.addStyleTag({ content: textSpacing });
        await look(page, `${address} at 320 pixels with text spacing`);
        await page.setViewportSize({ width: 1280, height: 800 });
        await look(page, `${address} at 1280 pixels with text spacing`);
      },
      // The policy of the site would keep out the reader's style, which a browser's own tools put past it.
      { bypassCSP: true },
    );
    expect(found).toEqual([]);
  }, 300_000);

  it('fits a phone whose reader has made text twice as large', async () => {
    const { site, browser } = open();
    const found: string[] = [];
    await lookInWindows(
      browser,
      pageOfEachKind(site.pages),
      async (page, address) => {
        await stayOnPage(page, urlOf(site, address));
        await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
        found.push(...(await page.evaluate(findLost)).map((lost) => `${address}: ${lost}`));
      },
      { viewport: { width: 375, height: 800 }, bypassCSP: true },
    );
    expect(found).toEqual([]);
  }, 100_000);

  it('has room on a phone for the tables that say what the open data is', async () => {
    const { site, browser } = open();
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(urlOf(site, '/data/'));
    const widths = await page
      .getByRole('region')
      .evaluateAll((regions) => regions.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(widths.length).toBeGreaterThan(5);
    expect(Math.max(...widths)).toBe(0);
    await page.close();
  });

  it('prints what is folded, and no navigation', async () => {
    const { site, browser } = open();
    const page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(urlOf(site, '/harbour-board/2025-06-10/minutes/'));
    expect(await page.getByText('Member Number 30 (Ward 30)').isVisible()).toBe(true);
    for (const hidden of ['.govuk-skip-link', 'header search', 'nav', 'footer'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    await page.close();
  });
}

/** What sticks out of the page or is cut off in it. Runs in the page. */
function findLost(): string[] {
  const lost: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) lost.push(`the page is ${scrollWidth} pixels wide`);
  for (const element of document.body.querySelectorAll('*')) {
    if (
      !(element instanceof HTMLElement) ||
      element.closest('.govuk-visually-hidden, .visually-hidden, .govuk-skip-link, .table-scroll, svg')
    )
      continue;
    const { overflowX, overflowY, position } = getComputedStyle(element);
    const cuts = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
    const isCut =
      cuts &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    const { right } = element.getBoundingClientRect();
    if (isCut || (right > clientWidth + 1 && position !== 'absolute'))
      lost.push(
        `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.trim().slice(0, 60)}`,
      );
  }
  return lost;
}
