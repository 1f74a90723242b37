import type { Browser } from 'playwright-core';
import type { AccessibilityRun } from '../model/accessibility-run.ts';
import { checkedColours, checkedWidths, findViolations, nameOfChecker } from './find-violations.ts';
import { lookInWindows } from './look-in-windows.ts';
import { stayOnPage } from './stay-on-page.ts';

/** Looks at every page, and counts on how many each rule is broken. */
export async function checkSite(
  browser: Browser,
  urls: readonly string[],
  date: string,
  onProgress: (line: string) => void = () => undefined,
): Promise<AccessibilityRun> {
  const checker = await nameOfChecker(browser, urls[0] ?? 'about:blank');
  const broken = new Map<string, { meaning: string; pages: number }>();
  await lookInWindows(browser, urls, async (page, url) => {
    await stayOnPage(page, url);
    const violations = await findViolations(page);
    for (const { rule, where } of violations) onProgress(`${new URL(url).pathname} ${rule} (${where})`);
    for (const [rule, meaning] of new Map(violations.map((each) => [each.rule, each.meaning])))
      broken.set(rule, { meaning, pages: (broken.get(rule)?.pages ?? 0) + 1 });
  });
  return {
    date,
    checker,
    pages: urls.length,
    checks: urls.length * checkedWidths.length * checkedColours.length,
    violations: [...broken]
      .map(([rule, { meaning, pages }]) => ({ rule, meaning, pages }))
      // Windows side by side end in any order.
      .sort((first, second) => (first.rule < second.rule ? -1 : 1)),
  };
}
