import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundlePageScripts } from '../../src/page-scripts/bundle-page-scripts.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();

describe('the page for an address that holds nothing', () => {
  const page = new ParsedPage(renderPage(pageAt(plan, '/404.html')));
  const text = textOfNode(page.named('main')[0]!);

  it('is the file that servers ask for, and is for no search engine', () => {
    expect(pageAt(plan, '/404.html').file).toBe('404.html');
    expect(renderPage(pageAt(plan, '/404.html'))).toContain('<meta name="robots" content="noindex">');
  });

  it('says what may have happened, how papers are addressed and whom to ask', () => {
    expect(text).toContain('The address may have been typed or copied in part');
    expect(text).toContain('as in /meetings/harbour-board/2022-03-24/');
    expect(text).toContain('write to papers@example.org');
  });

  it('leads on without a script: to a search, the register and each body', () => {
    expect(page.named('form').map((form) => attributeOf(form, 'action'))).toEqual(['/meetings/search/']);
    expect(page.values('href')).toEqual(
      expect.arrayContaining([
        '/meetings/resolutions/',
        '/meetings/harbour-board/',
        '/meetings/town-council/',
      ]),
    );
  });
});

describe('what is near an address that holds nothing', () => {
  let directory: string;
  let server: SiteServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'not-found-test-'));
    const pages = ['/404.html', '/harbour-board/', '/harbour-board/2021-11-18/'].map((address) =>
      pageAt(plan, address),
    );
    const scripts = await bundlePageScripts('templates/scripts');
    const files: [string, string | Uint8Array][] = [
      ...pages.map((each): [string, string] => [each.file, renderPage(each)]),
      ...scripts.map(({ file, bytes }): [string, Uint8Array] => [file, bytes]),
    ];
    for (const [file, content] of files) {
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), content);
    }
    server = await serveSite({ directory, basePath: () => '/meetings/', port: 0 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(directory, { recursive: true });
  });
  afterEach(() => page.close());

  /** The links that are offered, once the script has looked. */
  const offeredAt = async (path: string): Promise<(string | null)[][]> => {
    page = await browser.newPage();
    await page.goto(server.url() + path, { waitUntil: 'networkidle' });
    const links = page.locator('#near_pages a:visible');
    return await links.evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));
  };

  it('offers the meeting, its body and a search for the words of the address', async () => {
    expect(await offeredAt('harbour-board/2021-11-18/b9-crane-repair/')).toEqual([
      ['Thursday 18 November 2021, Harbour Board', '/meetings/harbour-board/2021-11-18/'],
      ['Harbour Board', '/meetings/harbour-board/'],
      ['Search all papers for “crane repair”', '/meetings/search/?q=crane+repair'],
    ]);
  });

  it('offers no meeting that is not there', async () => {
    expect(await offeredAt('harbour-board/2019-01-01/3/')).toEqual([
      ['Harbour Board', '/meetings/harbour-board/'],
    ]);
  });

  it('finds a page that was written with capitals', async () => {
    expect((await offeredAt('Harbour-Board/2021-11-18'))[0]).toEqual([
      'Thursday 18 November 2021, Harbour Board',
      '/meetings/harbour-board/2021-11-18/',
    ]);
  });

  it.each(['%E0%A4%A', 'a%00b', '<img src=x onerror=alert(1)>', '404.html'])(
    'is not led astray by %s',
    async (path) => {
      const offered = await offeredAt(path);
      expect(offered.every(([, href]) => href?.startsWith('/meetings/search/?q='))).toBe(true);
      expect(await page.locator('#near_pages img').count()).toBe(0);
      expect(await page.locator('#near_pages').isVisible()).toBe(offered.length > 0);
    },
  );
});
