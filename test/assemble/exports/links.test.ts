import { describe, expect, it } from 'vitest';
import { createAssembly } from '../../../src/assemble/assembly.ts';
import { sitemapFiles } from '../../../src/assemble/exports/sitemap-files.ts';
import { exampleSite } from '../support/example-publication.ts';
import { ParsedPage } from '../support/parsed-page.ts';
import { assembleExample, renderPage } from '../support/rendered-site.ts';
import { exportsPublication, textAt, textsOf } from './support/example-exports.ts';

const plan = assembleExample(exportsPublication);
const texts = textsOf(plan.files.filter(({ file }) => !file.endsWith('.pdf')));
const files = new Set(plan.files.map(({ file }) => file));
const ids = new Map(
  plan.pages.map((page) => [page.address, new Set(new ParsedPage(renderPage(page)).values('id'))]),
);

/** Every address of the site in a text, escapes of JSON, XML and calendars undone. */
function addressesIn(text: string): string[] {
  const whole = text.replaceAll('\r\n ', '').replaceAll('\\n', ' ');
  return (whole.match(/https:\/\/papers\.example\.org[^\s"<,;]*/g) ?? []).map((address) =>
    address.replaceAll('&amp;', '&'),
  );
}

describe('every link of every export', () => {
  it.each([...texts.keys()].filter((file) => !file.startsWith('data/oparl/')))(
    '%s leads to a page or file of the site, and to an id that is on it',
    (file) => {
      for (const address of addressesIn(textAt(texts, file)))
        expect(problemOf(address), address).toBeUndefined();
    },
  );

  it('of the OParl export does so too', () => {
    const addresses = new Set(
      [...texts].flatMap(([file, text]) => (file.startsWith('data/oparl/') ? addressesIn(text) : [])),
    );
    expect(addresses.size).toBeGreaterThan(100);
    for (const address of addresses) expect(problemOf(address), address).toBeUndefined();
  });

  it('stands under the path prefix of the site', () => {
    for (const text of texts.values())
      for (const address of addressesIn(text)) expect(address.startsWith(exampleSite.url)).toBe(true);
  });
});

function problemOf(url: string): string | undefined {
  const [path, id] = url.slice(exampleSite.url.length).split('#');
  const idsOfPage = ids.get(`/${path}`);
  if (idsOfPage === undefined) return files.has(decodeURIComponent(path!)) ? undefined : 'leads nowhere';
  // What JSON-LD calls the meeting and the register are names of things and no places on a page.
  return id === undefined || idsOfPage.has(id) ? undefined : 'has an id that is not on the page';
}

describe('the sitemap', () => {
  const locations = (text: string) => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]!);

  it('has every page but the search and the one for what is not there, once', () => {
    const listed = locations(textAt(texts, 'sitemap.xml'));
    const pages = plan.pages
      .map(({ address }) => address)
      .filter((address) => address !== '/404.html' && address !== '/search/');
    expect(listed).toEqual(pages.sort().map((address) => exampleSite.url + address.slice(1)));
    expect(listed.length).toBe(new Set(listed).size);
  });

  it('tells the day of a paper only where it is recorded', () => {
    expect(textAt(texts, 'sitemap.xml')).toContain(
      `<loc>${exampleSite.url}odd-board/2022-07-05/b1-odd/</loc>\n<lastmod>2022-07-01</lastmod>`,
    );
    expect(textAt(texts, 'sitemap.xml')).not.toContain('<lastmod>2021-07-13</lastmod>');
  });

  it('is several with an index where there are more pages than one may have', () => {
    const pages = plan.pages.toSorted((first, second) => (first.address < second.address ? -1 : 1));
    const parts = textsOf(sitemapFiles(createAssembly(exportsPublication, [], exampleSite), pages, 10));
    const index = locations(textAt(parts, 'sitemap.xml'));
    expect(index[0]).toBe(`${exampleSite.url}sitemap-1.xml`);
    const listed = index.flatMap((url) => locations(textAt(parts, url.slice(exampleSite.url.length))));
    expect(listed).toEqual(locations(textAt(texts, 'sitemap.xml')));
  });

  it('is named by robots.txt, which keeps nobody out', () => {
    expect(textAt(texts, 'robots.txt')).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${exampleSite.url}sitemap.xml\n`,
    );
  });
});
