import { availableParallelism } from 'node:os';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/**
 * Looks at each thing once, in as many windows side by side as there are processors. A window goes from page to page,
 * since to open one takes longer than to load a page.
 */
export async function lookInWindows<Thing>(
  browser: Browser,
  things: Iterable<Thing>,
  look: (page: Page, thing: Thing) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const waiting = [...things];
  const work = async (): Promise<void> => {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await look(page, thing);
    } finally {
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), waiting.length) }, work));
}
