import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAssembly } from '../../../src/assemble/assembly.ts';
import { feedFile } from '../../../src/assemble/exports/feeds/feed-file.ts';
import {
  exampleSite,
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
} from '../support/example-publication.ts';
import { decision, words } from '../support/public-text.ts';
import { exampleTexts, exportsPublication, textAt, textsOf } from './support/example-exports.ts';
import { openBrowser } from '../../../src/accessibility/open-browser.ts';
import { linesOf } from '../../../src/model/made.ts';

// Read by Chromium's XML parser, which takes no document that is not well formed.

interface ReadEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly href: string;
  readonly authors: readonly string[];
  readonly content: string;
  readonly contentType: string;
}
interface ReadFeed {
  readonly error: string;
  readonly id: string;
  readonly updated: string;
  readonly author: string;
  readonly links: readonly { readonly rel: string; readonly href: string }[];
  readonly entries: readonly ReadEntry[];
}

let browser: Browser;
let read: (xml: string) => Promise<ReadFeed>;
const texts = exampleTexts();
const feeds = [...texts.keys()].filter((file) => file.endsWith('feed.xml'));

beforeAll(async () => {
  browser = await openBrowser();
  const page = await browser.newPage();
  read = async (xml) =>
    await page.evaluate((source) => {
      const atom = 'http://www.w3.org/2005/Atom';
      const document = new DOMParser().parseFromString(source, 'application/xml');
      const children = (parent: Element, name: string): Element[] =>
        [...parent.children].filter((child) => child.namespaceURI === atom && child.localName === name);
      const text = (parent: Element, name: string): string => children(parent, name)[0]?.textContent ?? '';
      const root = document.documentElement;
      const author = children(root, 'author')[0];
      return {
        error: document.querySelector('parsererror')?.textContent ?? '',
        id: text(root, 'id'),
        updated: text(root, 'updated'),
        author: author === undefined ? '' : text(author, 'name'),
        links: children(root, 'link').map((link) => ({
          rel: link.getAttribute('rel') ?? '',
          href: link.getAttribute('href') ?? '',
        })),
        entries: children(root, 'entry').map((entry) => ({
          id: text(entry, 'id'),
          title: text(entry, 'title'),
          updated: text(entry, 'updated'),
          href: children(entry, 'link')[0]?.getAttribute('href') ?? '',
          authors: children(entry, 'author').map((each) => text(each, 'name')),
          content: text(entry, 'content'),
          contentType: children(entry, 'content')[0]?.getAttribute('type') ?? '',
        })),
      };
    }, xml);
});

afterAll(async () => {
  await browser.close();
});

describe('the feeds', () => {
  it('are one for the site, one for each body, one for resolutions and one for each topic', () => {
    expect(feeds.filter((file) => !file.startsWith('topics/'))).toEqual([
      'feed.xml',
      'harbour-board/feed.xml',
      'town-council/feed.xml',
      'odd-board/feed.xml',
      'resolutions/feed.xml',
    ]);
    expect(feeds.filter((file) => file.startsWith('topics/'))).toEqual(['topics/tugs/feed.xml']);
  });

  it('tell of a topic what was on an agenda, its reports and what was resolved', async () => {
    const { entries } = await read(textAt(texts, 'topics/tugs/feed.xml'));
    expect(entries.map(({ title }) => title)).toEqual([
      'On the agenda: 4 Tugs (Odd & Co; Board, the, 8 September 2022)',
      '4 Tugs (Odd & Co; Board, the, 4 August 2022)',
      'Tugs: a report (Odd & Co; Board, the, 4 August 2022)',
    ]);
  });

  it.each(feeds)(
    '%s is well formed and has all that RFC 4287 asks of a feed and its entries',
    async (file) => {
      const feed = await read(textAt(texts, file));
      expect(feed.error).toBe('');
      expect(feed.id).toBe(`${exampleSite.url}${file}`);
      expect(feed.author).toMatch(/\S/);
      expect(feed.links).toContainEqual({ rel: 'self', href: feed.id });
      expect(feed.links.find(({ rel }) => rel === 'alternate')?.href).toBe(feed.id.replace('feed.xml', ''));
      for (const entry of feed.entries) {
        expect(entry.id).toBe(entry.href);
        expect(entry.href.startsWith(exampleSite.url)).toBe(true);
        expect(entry.updated).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
        expect(entry.title).toMatch(/\S/);
        expect(entry.authors.length).toBeGreaterThan(0);
        expect(entry.contentType).toBe('text');
      }
      expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
      const days = feed.entries.map(({ updated }) => updated);
      expect(days).toEqual(days.toSorted().toReversed());
      expect(feed.updated).toBe(days[0]);
    },
  );

  it('date a paper by the day that it was published, else by its meeting', async () => {
    const { entries } = await read(textAt(texts, 'feed.xml'));
    const updated = (path: string) => entries.find(({ id }) => id === exampleSite.url + path)?.updated;
    expect(updated('odd-board/2022-07-05/b1-odd/')).toBe('2022-07-01T00:00:00Z');
    expect(updated('harbour-board/2021-11-18/')).toBe('2021-11-10T00:00:00Z');
    expect(updated('harbour-board/2021-07-13/minutes/')).toBe('2021-07-13T00:00:00Z');
  });

  it('give markup, quotes, emoji and control characters of a title back as text', async () => {
    const { entries } = await read(textAt(texts, 'odd-board/feed.xml'));
    const entry = entries.find(({ id }) => id.endsWith('/b1-odd/'))!;
    expect(entry.title).toBe(
      'Costs < £5 & "more", ]]> </script><script>alert(1)</script>; café 🚲 \\n (Odd & Co; Board, the, 5 July 2022)',
    );
    expect(entry.authors).toEqual(['Ann-Marie O’Neill']);
  });

  it('tell of a restricted item its number, its title and that it is restricted', async () => {
    const { entries } = await read(textAt(texts, 'harbour-board/feed.xml'));
    const agenda = entries.find(({ id }) => id.endsWith('/2021-11-18/'))!;
    expect(agenda.content.split('\n').filter((line) => line.startsWith('D'))).toEqual([
      'D1 Berths in dispute (restricted)',
    ]);
  });

  it('name the item of a resolution, since its words alone may say nothing', async () => {
    const { entries } = await read(textAt(texts, 'resolutions/feed.xml'));
    expect(entries).toHaveLength(6);
    expect(entries.map(({ title }) => title)).toContain('B2 Quay (Harbour Board, 18 November 2021)');
    expect(entries.find(({ id }) => id.endsWith('#b2-resolution-1'))?.content).toContain(
      'RESOLVED that the repair be agreed.',
    );
  });

  it('show the fifty newest of a list, whatever its order, as a topic will', async () => {
    const entries = Array.from({ length: 60 }, (_, index) => ({
      address: `/topics/lights/${index}/`,
      title: `Paper ${index}`,
      day: `20${String(10 + (index % 60)).padStart(2, '0')}-01-01`,
      authors: ['A Clerk'],
      content: '',
      language: index === 59 ? 'cy' : undefined,
    }));
    const lines = [
      ...entries.slice(0, 30).map((entry) => JSON.stringify(entry)),
      JSON.stringify(entries.slice(30)),
    ];
    const file = feedFile(
      createAssembly(exportsPublication, [], exampleSite),
      { address: '/topics/lights/feed.xml', pageAddress: '/topics/lights/', title: 'Lights' },
      [linesOf(lines)],
    );
    const text = textAt(textsOf([file]), 'topics/lights/feed.xml');
    const feed = await read(text);
    expect(feed.entries).toHaveLength(50);
    expect(feed.entries[0]?.title).toBe('Paper 59');
    expect(text).toContain('<entry xml:lang="cy">');
  });

  it('keep notes without a day of publication, however many papers came between', async () => {
    const at = (slug: string, more: Parameters<typeof makeMeeting>[1]) => makeMeeting(slug, more);
    const bodies = [
      makeBody([
        ...Array.from({ length: 60 }, (_, index) =>
          at(`2021-12-${String(1 + (index % 28)).padStart(2, '0')}-${index}`, { agenda: makeAgenda() }),
        ),
        at('2021-10-02', { minutes: makeMinutes('October', { published: '2021-10-20' }) }),
        at('2021-09-02', { minutes: makeMinutes('September', { published: 'not-recorded' }) }),
        at('2021-08-02', {
          minutes: makeMinutes('August', {
            minutes: [
              {
                access: 'open',
                title: words('Quay'),
                text: [decision('resolution', 1, 'RESOLVED to note.')],
              },
            ],
          }),
        }),
      ]),
    ];
    const late = exampleTexts({ date: '2022-01-10', bodies });
    for (const file of ['feed.xml', 'harbour-board/feed.xml']) {
      const { entries } = await read(textAt(late, file));
      expect(entries.slice(50).map(({ title }) => title)).toEqual([
        'September (Harbour Board, 2 September 2021)',
        'August (Harbour Board, 2 August 2021)',
      ]);
    }
    expect((await read(textAt(late, 'resolutions/feed.xml'))).entries).toHaveLength(1);
  });

  it('are feeds where there is nothing to tell yet, dated by the build and not by the clock', async () => {
    const feed = await read(textAt(exampleTexts({ date: '2022-01-10', bodies: [] }), 'feed.xml'));
    expect(feed).toMatchObject({ error: '', updated: '2022-01-10T00:00:00Z', entries: [] });
  });
});
