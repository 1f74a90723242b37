import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { lookInWindows } from '../../../src/accessibility/look-in-windows.ts';
import { stayOnPage } from '../../../src/accessibility/stay-on-page.ts';
import { pageOfEachKind, urlOf } from '../support/built-site.ts';
import type { Opened } from '../site.test.ts';

/** What is focused, and how a reader sees it. */
interface Focus {
  readonly element: string;
  readonly isSeen: boolean;
  readonly isInView: boolean;
}

/** More steps than this say nothing new: a long page has more of the same. */
const mostSteps = 80;

const everyForm = '/harbour-board/2026-03-10/a2-quay/';

const viewport = { width: 800, height: 700 };

/** What a reader without a mouse may count on. */
export function keyboardTests(open: () => Opened): void {
  const visit = async (address: string): Promise<Page> => {
    const { site, browser } = open();
    const page = await browser.newPage({ viewport });
    await page.goto(urlOf(site, address));
    return page;
  };

  it.each(['none', 'active'] as const)(
    'reaches every link, box and button once, and always shows where it is (forced colours: %s)',
    async (forcedColors) => {
      const { site, browser } = open();
      // Forced colours change how focus looks and not what is reached, so a page with every form of text tells.
      const addresses = forcedColors === 'none' ? pageOfEachKind(site.pages) : ['/', '/search/', everyForm];
      await lookInWindows(
        browser,
        addresses,
        async (page, address) => {
          await stayOnPage(page, urlOf(site, address));
          await settle(page, address);
          const wanted = Math.min(await page.evaluate(markFocusable), mostSteps);
          const met = new Set<string>();
          for (let step = 0; step < wanted; step += 1) {
            await page.keyboard.press('Tab');
            const focus = await page.evaluate(describeFocus);
            expect(focus, address).toMatchObject({ isSeen: true, isInView: true });
            met.add(focus.element);
          }
          expect(met.size, address).toBe(wanted);
        },
        { viewport, forcedColors },
      );
    },
    300_000,
  );

  it('skips to the content with the first key', async () => {
    const page = await visit('/harbour-board/2026-03-10/');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to main content');
    expect((await page.locator(':focus').boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(
      true,
    );
    await page.close();
  });

  it('searches from any page', async () => {
    const page = await visit('/harbour-board/2026-03-10/');
    await page.locator('#page_search').focus();
    await page.keyboard.type('quay wall');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=quay(\+|%20)wall/);
    await page.close();
  });

  it('opens a folded list, and scrolls a wide table', async () => {
    const minutes = await visit('/harbour-board/2025-06-10/minutes/');
    await minutes.locator('summary').first().focus();
    await minutes.keyboard.press('Enter');
    expect(await minutes.locator('details li').first().isVisible()).toBe(true);
    await minutes.close();
    const report = await visit(everyForm);
    await report.setViewportSize({ width: 390, height: 800 });
    const region = report.getByRole('region').first();
    await region.focus();
    await report.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    await report.close();
  });
}

/** The search page's lists come with the index, and what is counted before that is not all. */
async function settle(page: Page, address: string): Promise<void> {
  if (address === '/search/') await page.waitForSelector('#search-year', { state: 'attached' });
}

/** Numbers what the Tab key ought to reach, and counts it. Runs in the page. */
function markFocusable(): number {
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
  const reachable = all.filter((element) => element.checkVisibility());
  reachable.forEach((element, index) => element.setAttribute('data-order', String(index)));
  return reachable.length;
}

/** Runs in the page. */
function describeFocus(): Focus {
  const element = document.activeElement ?? document.body;
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
  const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
  // Chromium keeps box shadows in the computed style where forced colours take them off the screen.
  const hasShadow = boxShadow !== 'none' && !matchMedia('(forced-colors: active)').matches;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return {
    element: element.getAttribute('data-order') ?? element.tagName,
    isSeen: hasOutline || hasShadow,
    isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
}
