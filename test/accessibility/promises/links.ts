import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ParsedPage } from '../../assemble/support/parsed-page.ts';
import type { Opened } from '../site.test.ts';

/** As data/site.yaml has it. */
const siteUrl = 'https://papers.kentcommunitysafety.example/';

/** What a reader who follows a link may count on. */
export function linkTests(open: () => Opened): void {
  it('leads somewhere from every page: each page, file and fragment of this site is there', async () => {
    const { site } = open();
    const root = site.server.url();
    const pages = new Map(
      site.pages.map(({ address, file }) => [
        root + address.slice(1),
        new ParsedPage(readFileSync(join(site.directory, file), 'utf8')),
      ]),
    );
    const statuses = new Map<string, number>();
    const found: string[] = [];
    for (const [from, page] of pages) {
      for (const target of [...page.values('href'), ...page.values('src'), ...page.values('action')]) {
        const url = new URL(target, from);
        if (!url.href.startsWith(root)) continue;
        const fragment = decodeURIComponent(url.hash.slice(1));
        url.hash = '';
        if (!statuses.has(url.href))
          statuses.set(url.href, pages.has(url.href) ? 200 : (await fetch(url)).status);
        if (statuses.get(url.href) !== 200) found.push(`${from} -> ${target}: ${statuses.get(url.href)}`);
        else if (fragment !== '' && pages.get(url.href)?.values('id').includes(fragment) !== true)
          found.push(`${from} -> ${target}: there is no such place on that page`);
      }
    }
    expect(found).toEqual([]);
  });

  it('ends every page with a way to say what is wrong, the address of the page filled in', () => {
    const { site } = open();
    for (const { address, file } of site.pages) {
      if (address === '/404.html') continue;
      const page = new ParsedPage(readFileSync(join(site.directory, file), 'utf8'));
      const letters = page
        .values('href')
        .filter((href) => href.startsWith('mailto:') && href.includes('body='));
      expect(
        letters.map((letter) => new URL(letter).searchParams.get('body')),
        address,
      ).toContainEqual(expect.stringContaining(`Page: ${siteUrl}${address.slice(1)}\r\n`));
    }
  });
}
