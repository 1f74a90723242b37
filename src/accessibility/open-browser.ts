import { chromium, type Browser } from 'playwright-core';

/**
 * What Chromium is to do without. The first line is what Playwright does without, which a second list takes the place of; the
 * second, pages of the browser's own that it loads for each window of a whole Chromium, where nobody sees them: a third of what a
 * window takes.
 */
const without = [
  'AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,TcpPortRandomizationWin,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,msForceBrowserSignIn,msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  // One site is looked at: a process for each site would be started and ended page after page.
  'IsolateOrigins,site-per-process',
].join();

/** Starts the Chromium that `npm test` has found, one that is named in CHROMIUM_PATH, or Debian’s own. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env['MINUTEBOOK_BROWSER'] ?? process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      ...[`--disable-features=${without}`, '--disable-site-isolation-trials'],
    ],
  });
}
