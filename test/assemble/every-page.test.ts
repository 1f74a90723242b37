import { describe, expect, it } from 'vitest';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { assembleExample, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const pages = plan.pages.map((page) => ({
  address: page.address,
  page,
  html: renderPage(page),
  parsed: new ParsedPage(renderPage(page)),
}));
const addresses = new Set(plan.pages.map((page) => page.address));
const files = new Set(plan.files.map((file) => `/${file.file}`));

describe.each(pages)('the page $address', ({ page, html, parsed }) => {
  it('has one h1 and a title', () => {
    expect(
      parsed
        .named('h1')
        .map(textOfNode)
        .filter((words) => words !== ''),
    ).toHaveLength(1);
    expect(parsed.named('title').map(textOfNode).join('')).toMatch(/\S/);
  });

  it('leaves out no level of headings', () => {
    const levels = parsed
      .named('h1', 'h2', 'h3', 'h4', 'h5', 'h6')
      .map((heading) => Number(heading.tagName.slice(1)));
    levels.slice(1).forEach((level, index) => expect(level - levels[index]!).toBeLessThanOrEqual(1));
  });

  it('uses each id once', () => {
    const ids = parsed.values('id');
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('has no empty link, and none that leads to an id that is not there', () => {
    const ids = new Set(parsed.values('id'));
    for (const link of parsed.named('a')) {
      const href = attributeOf(link, 'href') ?? '';
      expect(href).not.toBe('');
      expect(textOfNode(link)).not.toBe('');
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
    }
  });

  it('has no two links of the same words to different places, for a reader who hears a list of them', () => {
    const places = new Map<string, Set<string>>();
    for (const link of parsed.named('a')) {
      const href = attributeOf(link, 'href') ?? '';
      // To one person, with and without the words of a letter.
      if (href.startsWith('mailto:')) continue;
      // Notes are numbered anew in each text.
      if (/^#fn(?:ref)?-/.test(href)) continue;
      const name = attributeOf(link, 'aria-label') ?? textOfNode(link);
      places.set(name, (places.get(name) ?? new Set()).add(href));
    }
    expect([...places].filter(([, hrefs]) => hrefs.size > 1)).toEqual([]);
  });

  it('links within the site to pages and files that are there, under the path prefix', () => {
    const inside = [...parsed.values('href'), ...parsed.values('action')].filter((href) =>
      href.startsWith('/'),
    );
    for (const href of inside) {
      expect(href).toMatch(/^\/meetings\//);
      const address = href.slice('/meetings'.length).split('#')[0]!;
      if (!address.startsWith('/assets/'))
        expect(addresses.has(address) || files.has(address), href).toBe(true);
    }
  });

  it('links within the site to ids that are there', () => {
    for (const href of parsed.values('href').filter((each) => each.startsWith('/') && each.includes('#'))) {
      const [address, id] = href.slice('/meetings'.length).split('#');
      const target = pages.find((other) => other.address === address);
      expect(target?.parsed.values('id'), href).toContain(id);
    }
  });

  it('has no inline script or style, and asks nobody else for anything', () => {
    expect(parsed.named('style')).toEqual([]);
    expect(parsed.values('style')).toEqual([]);
    expect(
      parsed.elements.flatMap((element) => element.attrs.filter(({ name }) => name.startsWith('on'))),
    ).toEqual([]);
    // Data for programs, which no browser runs, stands in the page itself.
    const scripts = parsed
      .named('script')
      .filter((script) => attributeOf(script, 'type') !== 'application/ld+json');
    for (const script of scripts) expect(attributeOf(script, 'src')).toMatch(/^\/meetings\/assets\//);
    for (const image of parsed.named('img', 'iframe'))
      expect(attributeOf(image, 'src')).toMatch(/^\/meetings\//);
  });

  it('prints no value that a template did not mean to print', () => {
    expect(html).not.toMatch(/undefined|\[object|NaN|&amp;(?:amp|lt|gt|quot);/);
  });

  it('is a file of its own, told by its address alone', () => {
    expect(page.file).toBe(
      page.address.endsWith('/') ? `${page.address.slice(1)}index.html` : page.address.slice(1),
    );
    expect(plan.pages.filter((other) => other.file === page.file)).toHaveLength(1);
  });
});

describe('assembleSite', () => {
  it('gives the same plan for the same publication', () => {
    const valuesOf = ({ pages, files, searchRecords }: typeof plan): unknown => ({
      pages: pages.map(({ file, template, props }) => ({ file, template, props })),
      files: files.map(({ file, bytes, madeFrom }) => ({ file, bytes, madeFrom: madeFrom?.() })),
      searchRecords,
    });
    expect(valuesOf(assembleExample())).toEqual(valuesOf(plan));
  });

  it('makes props that can be written down as JSON and read back', () => {
    for (const { page } of pages) expect(JSON.parse(JSON.stringify(page.props))).toEqual(page.props);
  });

  it('puts attachments beside their meeting', () => {
    expect(plan.files.map((file) => file.file)).toContain('harbour-board/2021-11-18/files/survey.pdf');
  });
});
