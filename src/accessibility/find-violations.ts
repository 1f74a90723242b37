import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

/** Widths at which pages are looked at: a phone, which is also 400% zoom of a desk screen, a tablet and a desk screen. */
export const checkedWidths = [320, 768, 1280] as const;

/** The site's own colours, and those that a reader has chosen for everything. */
export const checkedColours = ['none', 'active'] as const;

/** WCAG 2.2 A and AA, with what came before, and what axe thinks good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A script that does nothing: the checker is half a megabyte, and once on a page it stays there. */
const alreadyThere = 'undefined';

/** A rule that a page breaks. */
export interface Violation {
  readonly rule: string;
  readonly meaning: string;
  /** Where: the width, the colours and the elements. */
  readonly where: string;
}

/** Looks for what breaks a rule on the page that is open, as it stands, at every width and in every choice of colours. */
export async function findViolations(page: Page): Promise<Violation[]> {
  const found: Violation[] = [];
  let isFirst = true;
  for (const forcedColors of checkedColours) {
    await page.emulateMedia({ forcedColors });
    for (const width of checkedWidths) {
      await page.setViewportSize({ width, height: 900 });
      const where = `${width} pixels, forced colours ${forcedColors}`;
      // What covers what is seen in the site's colours at each width, and forced colours are the same at every width.
      const leavesContrast = forcedColors === 'active' && width !== checkedWidths[0];
      found.push(...(await violationsOf(page, where, { isFirst, leavesContrast })));
      isFirst = false;
    }
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

async function violationsOf(
  page: Page,
  where: string,
  { isFirst, leavesContrast }: { readonly isFirst: boolean; readonly leavesContrast: boolean },
): Promise<Violation[]> {
  const { violations } = await new AxeBuilder({ page, ...(isFirst ? {} : { axeSource: alreadyThere }) })
    // Legacy mode opens no second page for each result; it leaves out frames of other origins, and there are none.
    .setLegacyMode()
    // To describe each element that breaks no rule takes longer than to look at it.
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .disableRules(leavesContrast ? ['color-contrast'] : [])
    .analyze();
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    meaning: help,
    where: `${where}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  }));
}
