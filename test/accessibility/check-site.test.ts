import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkSite } from '../../src/accessibility/check-site.ts';
import { formatRun } from '../../src/accessibility/format-run.ts';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { validateAccessibilityRun } from '../../src/validate/validate-accessibility-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'minutebook-check-site-'));
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  const page = (main: string): string =>
    `<!DOCTYPE html><html lang="en-GB"><head><title>A page</title></head><body><main><h1>A page</h1>${main}</main></body></html>`;
  writeFileSync(join(folder, 'sound.html'), page('<p>Words.</p>'));
  writeFileSync(join(folder, 'faulty.html'), page('<h3>Deeper</h3><img src="none.png">'));
  writeFileSync(
    join(folder, 'pale.css'),
    '@media (min-width: 1000px) { .wide { color: #bbb } } @media (forced-colors: active) { .forced { forced-color-adjust: none; color: #777; background: #888 } }',
  );
  const words = '<p class="wide">Pale.</p><p class="forced">Paler.</p>';
  writeFileSync(
    join(folder, 'pale.html'),
    page(words).replace('</head>', '<link rel="stylesheet" href="pale.css"></head>'),
  );
  browser = await openBrowser();
  server = await serveSite({ directory: folder, basePath: () => '/', port: 0 });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('counts the pages on which each rule is broken, says where, and keeps it so that the build can read it', async () => {
  const said: string[] = [];
  const urls = ['sound.html', 'faulty.html'].map((name) => server.url() + name);
  const run = await checkSite(browser, urls, '2026-01-15', (line) => said.push(line));
  expect(run).toMatchObject({ date: '2026-01-15', pages: 2, checks: 12 });
  expect(run.checker).toMatch(/^axe-core \d/);
  expect(run.violations.map(({ rule, pages }) => [rule, pages]).sort()).toEqual([
    ['heading-order', 1],
    ['image-alt', 1],
  ]);
  expect(said[0]).toMatch(/^\/faulty\.html .* \(320 pixels, forced colours none: /);
  expect(validateAccessibilityRun('data/accessibility-run.yaml', formatRun(run))).toEqual({ run });
});

it('sees words that are hard to read on a wide screen alone, and in forced colours alone', async () => {
  const said: string[] = [];
  await checkSite(browser, [`${server.url()}pale.html`], '2026-01-15', (line) => said.push(line));
  expect(said.map((line) => line.replace(/^.* \(/, ''))).toEqual([
    '1280 pixels, forced colours none: .wide)',
    '320 pixels, forced colours active: .forced)',
  ]);
});
