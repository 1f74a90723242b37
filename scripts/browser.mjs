// Finds the browser that the tests and `npm run accessibility` drive, or gets one.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from './root.mjs';

// The first is Chromium without windows of its own: a page takes it a third of the work.
const namesOnPath = [
  ...['chromium-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome', 'google-chrome-stable'],
];
const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      // Windows always has Edge, which is a Chromium.
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

/** Path of a Chromium that runs, or undefined. */
export function findBrowser() {
  const chosen = process.env['CHROMIUM_PATH'];
  // A chosen browser that does not run is not replaced by another behind the user's back.
  if (chosen) return runs(chosen) ? chosen : undefined;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => namesOnPath.map((name) => join(folder, name)));
  const places = [...onPath, ...(usualPlaces[process.platform] ?? [])];
  return places.find(runs) ?? [playwrightPath()].find(runs);
}

/** Puts the browser's path into MINUTEBOOK_BROWSER, getting one first if need be. Ends the process without one. */
export function ensureBrowser() {
  const browser = findBrowser() ?? (process.env['CHROMIUM_PATH'] ? undefined : getBrowser());
  if (!browser) stop();
  process.env['MINUTEBOOK_BROWSER'] = browser;
  return browser;
}

function getBrowser() {
  if (isRootOnDebian()) {
    console.error('Installing Chromium to look at the pages (apt-get install chromium-headless-shell) …');
    // The lists of a fresh machine may be empty or old; when they cannot be renewed, the install says so.
    attempt('apt-get', ['update']);
    // The second where the first is not to be had.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      attempt('apt-get', ['install', '--yes', '--no-install-recommends', name]);
      const installed = findBrowser();
      if (installed) return installed;
    }
  }
  console.error('Downloading Chromium to look at the pages (playwright-core install chromium) …');
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');
  // Only root can install the libraries that a downloaded Chromium needs on a bare Linux.
  if (isRoot()) attempt(process.execPath, [playwright, 'install-deps', 'chromium']);
  // Without the separate headless shell, whose path Playwright does not tell.
  attempt(process.execPath, [playwright, 'install', 'chromium', '--no-shell', '--no-progress']);
  return findBrowser();
}

/** Runs a step that may fail, since another way to a browser follows; its last lines say why it failed. */
function attempt(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.status === 0) return;
  const said =
    result.error?.message ?? `${result.stdout}${result.stderr}`.trim().split('\n').slice(-4).join('\n');
  console.error(said.replace(/^/gm, '    '));
}

/** Whether the file is there and starts: Ubuntu's chromium-browser may be a stub that only asks for snap. */
function runs(file) {
  if (!file || !existsSync(file)) return false;
  // There `--version` opens a window instead of printing.
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** Where Playwright's own download is, or would be. */
function playwrightPath() {
  try {
    return createRequire(join(root, 'package.json'))('playwright-core').chromium.executablePath();
  } catch {
    // Playwright throws on a platform that it has no Chromium for.
    return undefined;
  }
}

function isRoot() {
  return process.platform === 'linux' && process.getuid() === 0;
}

function isRootOnDebian() {
  // Ubuntu's package of that name is a snap, which needs a running snapd.
  if (!isRoot() || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function stop() {
  const chosen = process.env['CHROMIUM_PATH'];
  const wrong = chosen ? `\nCHROMIUM_PATH names ${chosen}, which is missing or does not start.` : '';
  console.error(`This looks at the pages in a browser, and none was found.${wrong}
Install Chromium (on Debian, as root: apt-get install chromium) or Google Chrome, or set CHROMIUM_PATH to the
program of one that you have. Then run the command again.`);
  process.exit(1);
}
