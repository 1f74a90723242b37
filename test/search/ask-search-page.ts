import type { Page } from 'playwright-core';

/** A result as the page shows it: where its links lead, the title's first, without the words to be marked. */
export interface ShownResult {
  readonly title: string;
  readonly addresses: readonly string[];
}

/** Types a query into the search page, waits for the answer, and reads it. */
export async function askSearchPage(page: Page, query: string): Promise<readonly ShownResult[]> {
  await page.fill('#search-query', query);
  await page.press('#search-query', 'Enter');
  // The status ends what is shown, and names the query that it answers.
  await page.waitForFunction(
    (asked) => document.querySelector('#search-status')?.textContent?.includes(`for “${asked}”`) === true,
    query,
    { polling: 20 },
  );
  return page.locator('.search-result').evaluateAll((items) =>
    items.map((item) => ({
      title: item.querySelector('.search-result-title')?.textContent ?? '',
      addresses: [...item.querySelectorAll('a')].map(({ href }) => {
        const { pathname, hash } = new URL(href);
        return pathname + hash;
      }),
    })),
  );
}
