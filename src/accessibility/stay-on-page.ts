import type { Page } from 'playwright-core';

/** Opens a page and stays there, also when it leads on by itself as the page of a moved paper does. */
export async function stayOnPage(page: Page, url: string): Promise<void> {
  let hasArrived = false;
  await page.unrouteAll();
  await page.route('**', async (route) => {
    const leadsOn = hasArrived && route.request().isNavigationRequest();
    hasArrived ||= route.request().isNavigationRequest();
    // An answer without content leaves a browser where it is.
    await (leadsOn ? route.fulfill({ status: 204 }) : route.continue());
  });
  await page.goto(url);
}
