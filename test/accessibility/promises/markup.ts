import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { expect, it } from 'vitest';
import { attributeOf, ParsedPage, textOfNode } from '../../assemble/support/parsed-page.ts';
import { pagesThatDiffer } from '../support/built-site.ts';
import type { Opened } from '../site.test.ts';

/** What valid HTML is to us. */
export const markupRules: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // Papers have headings such as `2.0 Introduction`, whose ids begin with a digit: valid HTML.
    'valid-id': ['error', { relaxed: true }],
    // A report is called what its author calls it, and a title cut off would leave out the day.
    'long-title': 'off',
    // The filter of the register has nothing to send: the list narrows as something is chosen, and without a script it is not there.
    'wcag/h32': 'off',
    // Telephone numbers are kept on one line by the style sheet.
    'tel-non-breaking': 'off',
    // A place that scrolls is a <div> that says it is a region: to a reader the same as a <section> with a name.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // How the templates are laid out is for their readers, and a browser reads past it.
    'no-trailing-whitespace': 'off',
  },
};

/** What a program that reads HTML may count on. */
export function markupTests(open: () => Opened): void {
  const read = (): { address: string; template: string; html: string }[] => {
    const { site } = open();
    return site.pages.map(({ address, template, file }) => ({
      address,
      template,
      html: readFileSync(join(site.directory, file), 'utf8'),
    }));
  };

  it('is valid HTML on every page', async () => {
    const validator = new HtmlValidate(markupRules);
    const found: string[] = [];
    const differing = new Set(pagesThatDiffer(open().site.pages).map(({ address }) => address));
    for (const { address, html } of read()) {
      if (!differing.has(address)) continue;
      const { results } = await validator.validateString(html, address);
      for (const { line, ruleId, message } of results.flatMap((result) => result.messages))
        found.push(`${address}:${line} ${ruleId}: ${message}`);
    }
    expect(found).toEqual([]);
  });

  it('has one h1, headings in order, landmarks once, a language, and a title and a description of its own on every page', () => {
    const titles = new Map<string, string>();
    const descriptions = new Map<string, string>();
    for (const { address, template, html } of read()) {
      const page = new ParsedPage(html);
      const levels = page
        .named('h1', 'h2', 'h3', 'h4', 'h5', 'h6')
        .map((heading) => Number(heading.tagName.slice(1)));
      expect(
        levels.filter((level) => level === 1),
        address,
      ).toEqual([1]);
      levels
        .slice(1)
        .forEach((level, index) => expect(level - levels[index]!, address).toBeLessThanOrEqual(1));
      for (const name of ['main', 'header', 'footer'])
        expect(page.named(name), `${address} ${name}`).toHaveLength(1);
      const names = page
        .named('nav')
        .map((nav) => attributeOf(nav, 'aria-label') ?? attributeOf(nav, 'aria-labelledby') ?? '');
      expect(names, address).toEqual([...new Set(names)].filter((name) => name !== ''));
      expect(attributeOf(page.named('html')[0]!, 'lang'), address).toBe('en-GB');
      const title = page.named('title').map(textOfNode).join('');
      expect(titles.get(title), `${address} has the title of another page: ${title}`).toBeUndefined();
      titles.set(title, address);
      const described = page.named('meta').find((meta) => attributeOf(meta, 'name') === 'description');
      const description = attributeOf(described!, 'content') ?? '';
      expect(description, address).toMatch(/\S/);
      // A report is described in its author's own summary, which may be that of the year before.
      if (template !== 'report') {
        const other = descriptions.get(description);
        expect(other, `${address} is described as another page is: ${description}`).toBeUndefined();
      }
      descriptions.set(description, address);
    }
  });

  it('gives every table a head, and a name of its own to every place that scrolls', () => {
    for (const { address, html } of read()) {
      const page = new ParsedPage(html);
      const regions = page.elements.filter((element) => attributeOf(element, 'role') === 'region');
      const names = regions.map((region) => attributeOf(region, 'aria-label'));
      expect(names, address).toEqual([...new Set(names)]);
      for (const region of regions) expect(attributeOf(region, 'tabindex'), address).toBe('0');
      expect(regions, address).toHaveLength(page.named('table').length);
      for (const heading of page.named('th'))
        expect(attributeOf(heading, 'scope'), address).toMatch(/^(col|row)$/);
    }
  });
}
