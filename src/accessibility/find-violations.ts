import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

/** Widths at which pages are looked at: a phone, which is also 400% zoom of a desk screen, a tablet and a desk screen. */
export const checkedWidths = [320, 768, 1280] as const;

/** The site's own colours, and those that a reader has chosen for everything. */
export const checkedColours = ['none', 'active'] as const;

/** WCAG 2.2 A and AA, with what came before, and what axe thinks good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A rule that a page breaks. */
export interface Violation {
  readonly rule: string;
  readonly meaning: string;
  /** Where: the width, the colours and the elements. */
  readonly where: string;
}

/** Opens a page at every width and in every choice of colours, and looks for what breaks a rule. */
export async function findViolations(browser: Browser, url: string): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const forcedColors of checkedColours) {
    const context = await browser.newContext({ forcedColors });
    const page = await context.newPage();
    await page.goto(url);
    for (const width of checkedWidths) {
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await violationsOf(page, `${width} pixels, forced colours ${forcedColors}`)));
    }
    await context.close();
  }
  return found;
}

/** The version of the checker, as it names itself. */
export async function nameOfChecker(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const { testEngine } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withRules(['html-has-lang'])
    .analyze();
  await context.close();
  return `${testEngine.name} ${testEngine.version}`;
}

async function violationsOf(page: Page, where: string): Promise<Violation[]> {
  // Legacy mode opens no second page for each result; it leaves out frames of other origins, and there are none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    meaning: help,
    where: `${where}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  }));
}
