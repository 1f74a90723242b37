import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundlePageScripts } from '../../src/page-scripts/bundle-page-scripts.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { examplePublication, makeBody, makeMeeting, makeMinutes } from './support/example-publication.ts';
import { decision, words } from './support/public-text.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const older = makeMeeting('2020-02-01', {
  minutes: makeMinutes('Notes', {
    minutes: [
      {
        ...{ access: 'open', code: 'B1', title: words('Lights') },
        text: [decision('resolution', 1, 'RESOLVED that the lights be agreed.', [], ['agreed', 'noted'])],
      },
    ],
  }),
});
const plan = assembleExample({
  ...examplePublication,
  bodies: [makeBody([...examplePublication.bodies[0]!.meetings, older])],
});

describe('the register, filtered in place', () => {
  let directory: string;
  let server: SiteServer;
  let browser: Browser;
  let page: Page;
  const address = (question = ''): string => new URL(`resolutions/${question}`, server.url()).href;
  const shown = (): Promise<number> => page.locator('.resolution:visible').count();
  const status = async (): Promise<string | null> => await page.locator('#register_status').textContent();

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'register-test-'));
    const scripts = await bundlePageScripts('templates/scripts');
    const files: [string, string | Uint8Array][] = [
      ['resolutions/index.html', renderPage(pageAt(plan, '/resolutions/'))],
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
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
  });

  it('shows every resolution at first and says how many', async () => {
    await page.goto(address());
    await page.waitForSelector('#register_filter:visible');
    expect([await shown(), await status()]).toEqual([5, '5 of 5 resolutions shown']);
  });

  it('puts filters together, announces how many are left, and keeps the address', async () => {
    await page.goto(address());
    await page.selectOption('[name=outcome]', 'agreed');
    expect([await shown(), await status()]).toEqual([3, '3 of 5 resolutions shown']);
    await page.selectOption('[name=year]', '2020');
    expect([await shown(), await status()]).toEqual([1, '1 of 5 resolutions shown']);
    expect(new URL(page.url()).search).toBe('?year=2020&outcome=agreed');
    expect(await page.locator('h2[data-group]:visible').allTextContents()).toEqual(['2020']);
  });

  it('counts each choice by what the other filters leave', async () => {
    await page.goto(address('?year=2020'));
    await page.waitForSelector('#register_filter:visible');
    expect(await page.locator('[name=outcome] option').allTextContents()).toEqual([
      'All (1)',
      'Noted (1)',
      'Agreed (1)',
    ]);
    expect(await page.locator('[name=year] option').allTextContents()).toEqual([
      'All (5)',
      '2021 (4)',
      '2020 (1)',
    ]);
  });

  it('shows what an address that was sent asks for, and all for one that asks for nothing it knows', async () => {
    await page.goto(address('?outcome=agreed'));
    await page.waitForSelector('#register_filter:visible');
    expect(await shown()).toBe(3);
    await page.goto(address('?outcome=%3Cb%3E'));
    await page.waitForSelector('#register_filter:visible');
    expect(await shown()).toBe(5);
  });

  it('hides the choices from a reader without scripts, who has every resolution and the pages', async () => {
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(address());
    expect([await shown(), await page.locator('#register_filter').isVisible()]).toEqual([5, false]);
  });
});
