import { chromium, type Browser } from 'playwright-core';

/** Starts the Chromium that `npm test` has found, one that is named in CHROMIUM_PATH, or Debian’s own. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env['MINUTEBOOK_BROWSER'] ?? process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}
