import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAssembly } from '../../src/assemble/assembly.ts';
import { newestYears } from '../../src/assemble/newest-years.ts';
import { listResolutions, type RegisterEntry } from '../../src/assemble/register.ts';
import { resolutionsPages } from '../../src/assemble/resolutions-pages.ts';
import type { Page } from '../../src/model/page.ts';
import type { Publication } from '../../src/model/publication.ts';
import { exampleSite } from './support/example-publication.ts';
import { publicationOf } from './support/long-publication.ts';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { renderPage } from './support/rendered-site.ts';

/** The pages of a register as a reader without a script has them, by their addresses without the site's prefix. */
function readRegister(publication: Publication): ReadonlyMap<string, ReadPage> {
  const pages = resolutionsPages(createAssembly(publication, [], exampleSite), listResolutions(publication));
  return new Map(pages.map((page) => [page.address, readPage(page)]));
}

interface ReadPage {
  readonly text: string;
  /** Ids of the resolutions that it lists. */
  readonly listed: readonly string[];
  /** How many it says that there are in all. */
  readonly total: number;
  /** The paragraph over a long list, with its links. */
  readonly guide: string | undefined;
  readonly guideLinks: readonly { readonly text: string; readonly address: string; readonly count: number }[];
  readonly searchHref: string | undefined;
  /** What "Link to this entry" leads to. */
  readonly entryLinks: readonly string[];
  readonly page: ParsedPage;
}

function readPage(page: Page): ReadPage {
  const html = renderPage(page);
  const parsed = new ParsedPage(html);
  const text = textOfNode(parsed.named('main')[0]!);
  const [guide] = parsed.named('p').filter((each) => attributeOf(each, 'class') === 'register-guide');
  const ofGuide = /<p class="register-guide">[^]*?<\/p>/.exec(html)?.[0] ?? '';
  const links = [
    ...ofGuide.matchAll(/href="([^"]*)"><span[^>]*>[^<]*<\/span>([^<]*)<\/a> <span[^>]*>\(([\d,]+)\)/g),
  ];
  return {
    text,
    listed: parsed.named('article').map((entry) => attributeOf(entry, 'id')!),
    total: numberOf(/([\d,]+) resolutions? of/.exec(text)?.[1] ?? '0'),
    guide: guide === undefined ? undefined : textOfNode(guide),
    guideLinks: links.map(([, href, name, count]) => ({
      text: name!,
      address: withoutPrefix(href!),
      count: numberOf(count!),
    })),
    searchHref: /href="([^"]*\/search\/\?[^"]*)"/.exec(ofGuide)?.[1],
    entryLinks: parsed
      .named('a')
      .filter((link) => textOfNode(link).startsWith('Link to this entry'))
      .map((link) => attributeOf(link, 'href')!),
    page: parsed,
  };
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function withoutPrefix(href: string): string {
  return href.slice(exampleSite.basePath.length - 1);
}

const even = { '2024': 60, '2023': 60, '2022': 60, '2021': 60, '2020': 60, '2019': 60 };
const register = readRegister(
  publicationOf({ 'harbour-board': even, 'town-council': { ...even, '2018': 200 } }),
);

describe('a register that is too long for one page', () => {
  const whole = register.get('/resolutions/')!;

  it('lists the newest by whole years, and says in words and with links where the older ones are', () => {
    expect(whole.listed).toHaveLength(360);
    expect(whole.guide).toBe(
      'These are the 360 of 2022 to 2024. Older ones: Resolutions: 2021 (120), Resolutions: 2020 (120), Resolutions: 2019 (120), Resolutions: 2018 (200), or search all resolutions.',
    );
    expect(whole.guideLinks.map(({ address }) => address)).toEqual(
      ['2021', '2020', '2019', '2018'].map((year) => `/resolutions/${year}/`),
    );
    expect(whole.searchHref).toBe('/meetings/search/?kind=resolution');
  });

  it('says the same again where the list ends', () => {
    const guides = whole.page.named('p').filter((each) => attributeOf(each, 'class') === 'register-guide');
    expect(guides.map(textOfNode)).toEqual([whole.guide, whole.guide]);
  });

  it('keeps the true total, every link to a part with its count, and downloads of all', () => {
    expect(whole.text).toContain('920 resolutions of 2 bodies, from 13 meetings');
    expect(whole.text).toContain('2018 (200 resolutions)');
    expect(whole.text).toContain('Town Council (560 resolutions)');
    expect(whole.text).toContain('Noted (920 resolutions)');
    expect(whole.page.values('href')).toContain('/meetings/data/resolutions-excel.csv');
    expect(whole.text).toContain('Download all resolutions');
  });

  it('leads from each entry to the page that keeps it', () => {
    expect(whole.entryLinks[0]).toBe('/meetings/resolutions/2024/#harbour-board_2024-03-01_b1-resolution-1');
  });

  it('offers no choice of what it does not list, and says among what one chooses', () => {
    expect(whole.text).toContain('Choose among the 360 resolutions on this page:');
    const years = whole.page.named('option').filter((option) => /^20/.test(attributeOf(option, 'value')!));
    expect(years.map(textOfNode)).toEqual(['2024', '2023', '2022']);
  });

  it('is shortened for a body by the years of that body', () => {
    const body = register.get('/town-council/resolutions/')!;
    expect(body.guide).toBe(
      'These are the 300 of 2020 to 2024. Older ones: Resolutions: 2019 (60), Resolutions: 2018 (200), or search all resolutions of the Town Council.',
    );
    expect(body.guideLinks.map(({ address }) => address)).toEqual([
      '/town-council/resolutions/2019/',
      '/town-council/resolutions/2018/',
    ]);
    expect(body.searchHref).toBe('/meetings/search/?body=Town+Council&amp;kind=resolution');
    expect(body.page.values('href')).toContain('/meetings/town-council/resolutions/resolutions.json');
  });

  it('is shortened for an outcome by years of that outcome, which have pages of their own', () => {
    const outcome = register.get('/resolutions/noted/')!;
    expect(outcome.guideLinks[0]).toEqual({
      ...{ text: '2021', address: '/resolutions/noted/2021/', count: 120 },
    });
    expect(outcome.searchHref).toBe('/meetings/search/?outcome=noted&amp;kind=resolution');
    const year = register.get('/resolutions/noted/2018/')!;
    expect(year.text).toContain('Resolutions of 2018: noted');
    expect(year.text).toContain('200 resolutions of the Town Council');
    expect(year.page.values('href')).toContain('/meetings/resolutions/noted/');
    expect(year.page.values('href')).toContain('/meetings/resolutions/noted/2019/');
    // It has no files of its own, as the outcome has none.
    expect(year.page.values('href')).toContain('/meetings/data/resolutions-excel.csv');
  });

  it('changes nothing on what is short: there all is on the page, and an outcome has no pages for years', () => {
    for (const address of ['/harbour-board/resolutions/', '/resolutions/agreed/', '/resolutions/2018/']) {
      const short = register.get(address)!;
      expect(short.guide, address).toBeUndefined();
      expect(short.listed, address).toHaveLength(short.total);
      expect(short.text, address).not.toContain('on this page');
      expect(short.entryLinks[0], address).toBe(`#${short.listed[0]}`);
    }
    expect(register.has('/resolutions/agreed/2024/')).toBe(false);
  });

  it('has a long year whole, which begins with links to its bodies where several took part', () => {
    const long = readRegister(
      publicationOf({ 'harbour-board': { '2024': 400 }, 'town-council': { '2024': 200, '2023': 501 } }),
    );
    const year = long.get('/resolutions/2024/')!;
    expect(year.listed).toHaveLength(600);
    expect(year.guide).toBe(
      'These are all 600 of 2024. Those of one body: Resolutions: Harbour Board (400), Resolutions: Town Council (200).',
    );
    expect(year.guideLinks.map(({ address }) => address)).toEqual([
      '/harbour-board/resolutions/2024/',
      '/town-council/resolutions/2024/',
    ]);
    expect(long.get('/resolutions/2023/')!.guide).toBeUndefined();
    expect(long.get('/resolutions/2023/')!.listed).toHaveLength(501);
  });
});

describe('how many years a page lists', () => {
  const listedOf = (...counts: readonly number[]): number => {
    const entries = counts.flatMap((count, place) =>
      Array.from({ length: count }, () => ({ meeting: { date: `${2025 - place}-03-01` } })),
    );
    return newestYears(entries as unknown as RegisterEntry[]).length;
  };

  it.each([
    ['all of five hundred', [100, 400], 500],
    ['of more, years until there are three hundred', [100, 100, 100, 201], 300],
    ['no year that would make the page long again', [290, 250], 290],
    ['a year that makes it less long than that', [290, 200, 100], 490],
    ['the newest year, however short', [3, 900], 3],
    ['the newest year, however long', [900, 3], 900],
    ['a long year alone', [900], 900],
  ])('%s', (_name, counts, listed) => {
    expect(listedOf(...counts)).toBe(listed);
  });
});

describe('every register', () => {
  const years = fc.dictionary(
    fc.constantFrom('2025', '2024', '2023', '2021', '2020', '2012'),
    fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 420 })),
    { minKeys: 1, maxKeys: 6 },
  );

  it('has each resolution on a page, names each of the others once, and its numbers add up', () => {
    fc.assert(
      fc.property(years, years, (first, second) => {
        const publication = publicationOf({ 'harbour-board': first, 'town-council': second });
        const pages = readRegister(publication);
        const all = listResolutions(publication).length;
        expect(pages.get('/resolutions/')!.total).toBe(all);
        for (const [address, { listed, total, guideLinks, searchHref, entryLinks }] of pages) {
          const older = searchHref === undefined ? [] : guideLinks;
          expect(listed.length + older.reduce((sum, { count }) => sum + count, 0), address).toBe(total);
          const elsewhere = older.flatMap((link) => {
            const other = pages.get(link.address)!;
            expect(other.listed, link.address).toHaveLength(link.count);
            return other.listed;
          });
          expect(new Set([...listed, ...elsewhere]).size, address).toBe(total);
          // No year is cut: of what is elsewhere nothing is of a year that is here.
          const yearsHere = new Set(listed.map(yearOfId));
          expect(elsewhere.some((id) => yearsHere.has(yearOfId(id)))).toBe(false);
          for (const link of entryLinks) {
            const [page, id] = link.split('#');
            const target = page === '' ? listed : pages.get(withoutPrefix(page!))!.listed;
            expect(target).toContain(id);
          }
        }
      }),
      { numRuns: 6, seed: 20211118, examples: [[{ '2024': 251, '2023': 250 }, {}]] },
    );
  }, 120_000);
});

function yearOfId(id: string): string {
  return /_(\d{4})-/.exec(id)![1]!;
}
