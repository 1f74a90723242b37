import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/accessibility/open-browser.ts';
import { searchAids, wordsOfRecords } from '../../src/assemble/search-aids.ts';
import { bundlePageScripts } from '../../src/page-scripts/bundle-page-scripts.ts';
import { serveSite, type SiteServer } from '../../src/serve/serve-site.ts';
import { madeOf } from '../../src/model/made.ts';
import { indexFixture, makePaper, makeResolution } from './index-fixture.ts';

// The search page's script in a real browser, on a real index, under a path prefix and the strict headers of the server.

const searchPage = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Search</title>
<script type="module" src="/meetings/assets/search.js"></script></head><body><main>
<form id="search-form" action="/meetings/search/" method="get"><label for="search-query">Words</label>
<input id="search-query" name="q" type="search"><button type="submit">Search</button><div id="search-filters"></div></form>
<p id="search-status" role="status"></p><ol id="search-results"></ol></main></body></html>`;

const minutesPage = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Minutes</title>
<script type="module" src="/meetings/assets/mark-words.js"></script></head><body><main><h1>Minutes</h1>
<div>${'<p>Long text.</p>'.repeat(200)}</div><p id="b3-resolution-1">RESOLVED that the allotments be let.</p></main></body></html>`;

const records = [
  makePaper(
    '/parish/2021-11-18/b3-allotments/',
    'Allotments',
    '<h2 id="costs">Costs of hedges</h2><p>The rent &lt;img src=x onerror=alert(1)&gt; is forty pounds &amp; rising.</p><h2 id="risks">Risks</h2><p>Weeds and slugs.</p>',
  ),
  makePaper(
    '/parish/2021-11-18/minutes/',
    'Minutes',
    '<h2 id="b3">B3 Allotments</h2><p>The allotments were discussed at length. RESOLVED that the allotments be let.</p>',
    { type: 'minutes' },
  ),
  makePaper(
    '/board/2022-03-24/b1-drones/',
    'Drones',
    '<h2 id="noise">Noise</h2><p>Drones hum over the allotments.</p>',
    { body: 'Crime Board', date: '2022-03-24' },
  ),
  makePaper(
    '/board/2022-03-24/b2-stiles/',
    'Stiles',
    '<h2 id="law">Law</h2><p id="para-1-1">1.1 Every PRoW needs a signpost.</p><p id="para-1-2">1.2 Stiles are mended in May.</p>',
    { body: 'Crime Board', date: '2022-03-24' },
  ),
  makePaper(
    '/council/2019-05-01/minutes/',
    'Minutes of May',
    '<h2 id="b5">B5 Lease</h2><ol><li id="b5-para-10">The tenant spoke of damp.</li></ol><div id="b5-resolution-1"><p>RESOLVED that the lease be signed.</p></div><span id="b5-resolution-1-end"></span><p>The clerk was thanked.</p>',
    { body: 'Crime Board', type: 'minutes', date: '2019-05-01' },
  ),
  makeResolution('/parish/2021-11-18/minutes/#b3-resolution-1', 'RESOLVED that the allotments be let.', {
    title: 'Resolution: Allotments',
  }),
  makePaper(
    '/parish/2021-11-18/b4-spring-work/',
    'Spring work',
    '<h2 id="hedge">In May</h2><p>A hedge trimmed in spring is a hedge trimmed twice. Hedge, trimmed hedge.</p>',
    { type: 'agenda' },
  ),
  makeResolution(
    '/parish/2021-11-18/minutes/#b4-resolution-1',
    `RESOLVED that ${'the path be mended and the stile be painted and '.repeat(6)} the hedge be trimmed.`,
    { title: 'Resolution: Footpaths', item: 'B4' },
  ),
  ...Array.from({ length: 25 }, (_, index) =>
    makeResolution(
      `/board/20${10 + index}-01-01/minutes/#b1-resolution-1`,
      `RESOLVED that bye-law ${index} be made.`,
      {
        title: `Resolution: Bye-law ${index}`,
        body: 'Crime Board',
        date: `20${10 + index}-01-01`,
        item: 'B1',
      },
    ),
  ),
];

let browser: Browser;
let server: SiteServer;
let directory: string;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  ({ directory } = await indexFixture(records, { basePath: '/meetings/' }));
  write('search/index.html', searchPage);
  write('parish/2021-11-18/minutes/index.html', minutesPage);
  write('resolutions/index.html', '<!doctype html><title>Register</title>');
  for (const { file, bytes } of await bundlePageScripts('templates/scripts')) write(file, bytes);
  const glossary = new Map([['PRoW', 'Public Right of Way']]);
  for (const { file, bytes } of searchAids([madeOf(wordsOfRecords(records, glossary))], glossary))
    write(file, bytes);
  server = await serveSite({ directory, basePath: () => '/meetings/', port: 0 });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

afterEach(async () => {
  await page.close();
  expect(complaints.splice(0)).toEqual([]);
});

function write(file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(directory, file)), { recursive: true });
  writeFileSync(join(directory, file), text);
}

async function open(query = ''): Promise<void> {
  page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${server.url()}search/${query}`);
}

const status = (text: string | RegExp): Promise<unknown> =>
  expect.poll(() => page.locator('#search-status').textContent(), { timeout: 5000 }).toMatch(text);
const titles = (): Promise<string[]> => page.locator('.search-result-title').allTextContents();
/** Whether what an address points to begins in the window: a browser scrolls there a moment after the page is there. */
const isInSight = (selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((target) => {
    // Whole pixels: a browser scrolls to no part of one.
    const top = Math.round(target.getBoundingClientRect().top);
    return top >= 0 && top < innerHeight;
  });
const address = (): string => new URL(page.url()).search;

describe('the search page', () => {
  it('finds as one types, with the resolution first and whole, and leads to the resolution itself', async () => {
    await open();
    await page.fill('#search-query', 'allotments let');
    await status(/^\d results? for “allotments let”$/);
    const first = page.locator('.search-result').first();
    expect(await first.locator('h2').textContent()).toBe('Allotments');
    expect(await first.locator('blockquote').innerHTML()).toBe(
      'RESOLVED that the <mark>allotments</mark> be <mark>let.</mark>',
    );
    await first.locator('a').click();
    expect(page.url()).toBe(`${server.url()}parish/2021-11-18/minutes/?mark=allotments+let#b3-resolution-1`);
    await expect.poll(() => isInSight('#b3-resolution-1'), { timeout: 5000 }).toBe(true);
  });

  it('puts what was resolved before papers that say the same words more often', async () => {
    await open('?q=hedge+trimmed');
    await status('2 results for “hedge trimmed”');
    expect(await titles()).toEqual(['Footpaths', 'Spring work']);
  });

  it('folds the choices away on a narrow screen until one is made', async () => {
    await open();
    expect(await page.locator('#search-filters details').getAttribute('open')).toBe('');
    await page.setViewportSize({ width: 320, height: 600 });
    await page.reload();
    await expect.poll(() => page.locator('#search-filters details').count()).toBe(1);
    expect(await page.locator('#search-filters details').getAttribute('open')).toBeNull();
    await page.goto(`${server.url()}search/?kind=minutes`);
    await expect.poll(() => page.locator('#search-kind').isVisible()).toBe(true);
  });

  it('shows a paper by the section that matches, with a link to it and the words marked', async () => {
    await open('?q=slugs');
    await status('1 result for “slugs”');
    const section = page.locator('.search-result-sections li');
    expect(await section.locator('a').getAttribute('href')).toBe(
      '/meetings/parish/2021-11-18/b3-allotments/?mark=slugs#risks',
    );
    expect(await section.locator('a').textContent()).toBe('Risks');
    expect(await section.locator('mark').allTextContents()).toEqual(['slugs.']);
    expect(await page.locator('.search-result-facts').textContent()).toBe(
      'Report, Parish Council, 2021-11-18',
    );
  });

  it('marks the words on the page that a result leads to, with what it points to in sight', async () => {
    await open('?q=allotments+let');
    await status(/“allotments let”$/);
    await page.locator('.search-result a').first().click();
    await expect.poll(() => page.locator('main mark').allTextContents()).toEqual(['allotments', 'let']);
    expect(await page.locator('#b3-resolution-1').textContent()).toBe('RESOLVED that the allotments be let.');
    await expect.poll(() => isInSight('#b3-resolution-1'), { timeout: 5000 }).toBe(true);
  });

  describe('the marks on a page that a result leads to', () => {
    const folded = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Folded</title>
<script type="module" src="/meetings/assets/mark-words.js"></script></head><body><main><h1>The slugs of the parish</h1>
<details id="names"><summary>Present</summary>${'<p>Somebody.</p>'.repeat(100)}<p>Ann (Slugs), of the board.</p></details>
<details id="others"><summary>The slugs</summary><p>Nobody.</p></details>
<p id="end">The slugs; sluggish slug-slugs.</p>${'<p>Long text.</p>'.repeat(100)}</main></body></html>`;

    const go = async (question: string): Promise<void> => {
      write('parish/2021-11-18/folded/index.html', folded);
      page = await browser.newPage();
      await page.goto(`${server.url()}parish/2021-11-18/folded/${question}`, { waitUntil: 'networkidle' });
    };
    const marked = (): Promise<string[]> => page.locator('mark').allTextContents();

    it('are whole words, without what touches them, and none that only joins others', async () => {
      await go('?mark=the+of+slugs');
      expect(await marked()).toEqual(['slugs', 'Slugs', 'slugs', 'slugs']);
      expect(await page.locator('#end').innerHTML()).toBe('The <mark>slugs</mark>; sluggish slug-slugs.');
    });

    it('are on joining words where nothing else was looked for', async () => {
      await go('?mark=of+the');
      expect(await marked()).toEqual(['The', 'of', 'the', 'of', 'the', 'The', 'The']);
    });

    it('open what is folded over one of them, and keep what the address points to in sight', async () => {
      await go('?mark=slugs#end');
      expect(await page.locator('#names').getAttribute('open')).toBe('');
      expect(await page.locator('#others').getAttribute('open')).toBeNull();
      // Whole pixels: a browser scrolls to no part of one.
      const { top, height } = await page
        .locator('#end')
        .evaluate((end) => ({ top: Math.round(end.getBoundingClientRect().top), height: innerHeight }));
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(height);
    });
  });

  it('loads nothing for marks on a page that no search has led to', async () => {
    page = await browser.newPage();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    await page.goto(`${server.url()}parish/2021-11-18/minutes/`, { waitUntil: 'networkidle' });
    expect(scripts).toEqual(['/meetings/assets/mark-words.js']);
  });

  it('finds an abbreviation by what it stands for, in the paragraph that has it', async () => {
    await open('?q=public+rights+of+way+signpost');
    await status(/^1 result for “public rights of way signpost”/);
    const paragraph = page.locator('.search-result-sections a');
    expect(await paragraph.textContent()).toBe('Law, paragraph 1.1');
    expect(await paragraph.getAttribute('href')).toContain('#para-1-1');
  });

  it('says what it looked for instead of a misspelt word, and which words no paper has', async () => {
    await open('?q=sligs+qwertyuiop');
    await status(
      '1 result for “sligs qwertyuiop”. Showing results for “slugs”, since no paper has “sligs”. No paper has “qwertyuiop”.',
    );
    expect(await page.locator('.search-result-sections mark').allTextContents()).toEqual(['slugs.']);
    expect(await page.locator('.search-hint').textContent()).toBe('Search instead for “sligs qwertyuiop”');
    await page.locator('.search-hint a').click();
    await status('Nothing found for “sligs qwertyuiop”');
    expect(address()).toBe('?q=sligs+qwertyuiop&exact=1');
    expect(await page.locator('.search-hint').textContent()).toBe('');
  });

  it('takes a word of English as it is typed, and asks what was meant where no paper has it', async () => {
    await open('?q=slurs');
    await status('Nothing found for “slurs”');
    expect(await page.locator('.search-hint').textContent()).toBe('Did you mean “slugs”?');
    await page.locator('.search-hint a').click();
    await status('1 result for “slugs”');
    expect(address()).toBe('?q=slugs');
  });

  it('finds two words that papers write as one', async () => {
    await open('?q=allot+ments+hedges');
    await status(/^\d results? for “allot ments hedges”$/);
    expect((await titles())[0]).toBe('Allotments');
  });

  it('finds the papers of a day, however it is written', async () => {
    for (const day of ['24 march 2022', '24/03/2022', '2022-03-24', 'Mar 2022 24th']) {
      await open(`?q=${encodeURIComponent(day)}`);
      await status(/^2 results/);
      expect((await titles()).sort()).toEqual(['Drones', 'Stiles']);
      await page.close();
    }
    await open();
  });

  it('says of a paragraph and of a resolution what each of them says', async () => {
    await open('?q=signed+lease');
    await status(/^1 result/);
    const sections = () => page.locator('.search-result-sections li');
    await expect.poll(() => sections().locator('a').allTextContents()).toEqual(['B5 Lease, resolution 1']);
    expect(await sections().locator('p').textContent()).toMatch(
      /^…? ?RESOLVED that the lease be signed\. ?…?$/,
    );
    await page.close();
    await open('?q=tenant');
    await status(/^1 result/);
    expect(await sections().locator('a').textContent()).toBe('B5 Lease, paragraph 10');
    expect(await sections().locator('p').textContent()).not.toContain('RESOLVED');
    await page.close();
    await open('?q=thanked');
    await status(/^1 result/);
    expect(await sections().locator('a').textContent()).toBe('B5 Lease');
    expect(await sections().locator('a').getAttribute('href')).toContain('?mark=thanked#b5');
  });

  it('finds the place that a citation or an address names', async () => {
    const address = `${server.url()}board/2022-03-24/b2-stiles/#para-1-2`;
    for (const query of [
      'Crime Board, 24 March 2022, Stiles, paragraph 1.2',
      `24 March 2022: Stiles, para 1.2, ${address}`,
      address,
    ]) {
      await open(`?q=${encodeURIComponent(query)}`);
      await status(/^\d results?/);
      expect((await titles())[0]).toBe('Stiles');
      expect(await page.locator('.search-result-sections a').first().getAttribute('href')).toContain(
        '#para-1-2',
      );
      await page.close();
    }
    await open('?q=item+B4');
    await status('1 result for “item B4”');
    expect(await titles()).toEqual(['Footpaths']);
  });

  it('prints what a paper says as text', async () => {
    await open('?q=onerror');
    await status('1 result for “onerror”');
    expect(await page.locator('.search-result').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('.search-result img').count()).toBe(0);
  });

  it('lists what is of a day, and not its agenda and minutes alone', async () => {
    await open('?q=18+November+2021');
    await status(/^5 results/);
    expect((await titles())[0]).toBe('Minutes');
  });

  it('prints a query as text', async () => {
    await open(`?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await status(/“<img src=x onerror=alert\(1\)>”/);
    expect(await page.locator('img').count()).toBe(0);
  });

  it('keeps the question in the address, and takes it from there', async () => {
    await open();
    await page.fill('#search-query', 'bye-law');
    await expect.poll(address).toBe('?q=bye-law');
    await page.selectOption('#search-kind', 'resolution');
    await page.selectOption('#search-sort', 'date');
    await expect.poll(address).toBe('?q=bye-law&kind=resolution&sort=date');
    await status('25 results for “bye-law” in resolution');
    await expect.poll(async () => (await titles())[0]).toBe('Bye-law 24');
    const seen = await titles();
    await page.reload();
    await status('25 results for “bye-law” in resolution');
    expect(await page.inputValue('#search-query')).toBe('bye-law');
    expect(await page.inputValue('#search-kind')).toBe('resolution');
    expect(await titles()).toEqual(seen);
    await page.goBack();
    await expect.poll(address).toBe('?q=bye-law&kind=resolution');
    await expect.poll(() => page.inputValue('#search-sort')).toBe('');
  });

  it('keeps a filter of the address when one types before the index is there', async () => {
    await open();
    await page.route('**/shards.json*', (route) => setTimeout(() => void route.continue(), 1000));
    await page.goto(`${server.url()}search/?body=Crime+Board`);
    await page.fill('#search-query', 'drones');
    await status('1 result for “drones” in Crime Board');
    expect(address()).toBe('?q=drones&body=Crime+Board');
  });

  it('counts the results that each choice would leave', async () => {
    await open('?q=allotments&kind=report');
    await status(/in report$/);
    expect(await page.locator('#search-kind option').allTextContents()).toEqual([
      'All',
      'Minutes (1)',
      'Report (2)',
      'Resolution (1)',
    ]);
    expect(await page.locator('#search-body option').allTextContents()).toEqual([
      'All',
      'Crime Board (1)',
      'Parish Council (1)',
    ]);
    expect(await page.locator('#search-year option').allTextContents()).toEqual([
      'All',
      '2022 (1)',
      '2021 (1)',
    ]);
  });

  it('calls minutes what the bodies call theirs, in the choices, the results and in words', async () => {
    await open('?q=tenant&kind=minutes');
    await page.evaluate(() =>
      document.getElementById('search-form')!.setAttribute('data-minutes-called', 'notes'),
    );
    await page.fill('#search-query', 'allotments');
    await status('1 result for “allotments” in notes');
    expect(await page.locator('#search-kind option').allTextContents()).toContain('Notes (1)');
    expect(address()).toBe('?q=allotments&kind=minutes');
  });

  it('lists everything of one kind when nothing is typed', async () => {
    await open('?kind=minutes');
    await status('2 results in minutes');
    expect(await titles()).toEqual(['Minutes', 'Minutes of May']);
  });

  it('says nothing and counts all when nothing is asked', async () => {
    await open();
    await expect
      .poll(() => page.locator('#search-body option').allTextContents())
      .toEqual(['All', 'Crime Board (28)', 'Parish Council (5)']);
    expect(await page.locator('#search-status').textContent()).toBe('');
    expect(await titles()).toEqual([]);
  });

  it('says what to try when nothing is found, and shows the way to the register', async () => {
    await open('?q=zeppelin&body=Parish+Council');
    await status('Nothing found for “zeppelin” in Parish Council');
    expect(await page.locator('.search-after li').allTextContents()).toHaveLength(3);
    await page.locator('.search-after a').click();
    expect(page.url()).toBe(`${server.url()}resolutions/`);
  });

  it('shows more results when asked, and goes on where they begin', async () => {
    await open('?q=bye-law');
    await status('25 results for “bye-law”');
    expect(await titles()).toHaveLength(10);
    await page.getByRole('button', { name: 'Show more results (15 left)' }).click();
    await expect.poll(titles).toHaveLength(20);
    expect(await page.evaluate(() => document.activeElement?.closest('li')?.matches(':nth-child(11)'))).toBe(
      true,
    );
    await page.getByRole('button', { name: 'Show more results (5 left)' }).click();
    await expect.poll(titles).toHaveLength(25);
    expect(await page.locator('.search-more').count()).toBe(0);
  });

  it('works with the keyboard alone, and does not take the focus away while it changes lists', async () => {
    await open();
    await expect.poll(() => page.locator('#search-body option').count()).toBe(3);
    await page.keyboard.press('Tab');
    await page.keyboard.type('bye-law');
    await page.keyboard.press('Enter');
    await status('25 results for “bye-law”');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-body');
    await page.keyboard.press('c');
    await status('25 results for “bye-law” in Crime Board');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search-body');
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.search-result') !== null)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('#b1-resolution-1');
    // The page that it leads to is not there, and the browser says so when it has had the answer.
    await expect.poll(() => complaints.length).toBe(1);
    complaints.length = 0;
  });

  it('asks again after the index could not be loaded, and says so meanwhile', async () => {
    await open();
    await page.route('**/shards.json*', (route) => route.abort());
    await page.goto(`${server.url()}search/?q=drones`);
    await status('The search could not be loaded. Try again in a moment.');
    expect(await page.locator('.search-after a').getAttribute('href')).toBe('/meetings/resolutions/');
    complaints.length = 0;
  });

  it('asks nobody but its own server', async () => {
    const hosts = new Set<string>();
    page = await browser.newPage();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(`${server.url()}search/?q=drones`);
    await status('1 result for “drones”');
    expect([...hosts]).toEqual([new URL(server.url()).host]);
  });

  it('says that nothing is found on a site without papers', async () => {
    const empty = await indexFixture([], { basePath: '/meetings/' });
    const [kept, other] = [join(directory, 'pagefind'), join(empty.directory, 'pagefind')];
    cpSync(kept, `${kept}.kept`, { recursive: true });
    rmSync(kept, { recursive: true });
    cpSync(other, kept, { recursive: true });
    await open('?q=drones');
    await status(/Nothing found|could not be loaded/);
    complaints.length = 0;
    rmSync(kept, { recursive: true });
    cpSync(`${kept}.kept`, kept, { recursive: true });
  });
});
