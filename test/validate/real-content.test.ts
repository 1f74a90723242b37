import { fileURLToPath } from 'node:url';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import type { PublicMarkdown } from '../../src/model/publication.ts';
import { open } from '../../src/model/sealed.ts';
import { readContent } from '../../src/read/read-content.ts';
import { validateContent } from '../../src/validate/validate-content.ts';
import { expectProblems } from '../support/expect-problems.ts';

const { source, problems: readProblems } = readContent(
  fileURLToPath(new URL('../../content', import.meta.url)),
);
const { bodies, problems } = validateContent(source);

/** Words of HTML as a reader reads them, parted where elements part them; a region's label repeats words and does not count. */
function wordsOfHtml(html: string): string[] {
  const texts: string[] = [];
  const walk = (node: { nodeName: string; value?: string; childNodes?: unknown[] }): void => {
    if (node.value !== undefined) texts.push(node.value);
    if (/^(?:p|h\d|li|t[dhr]|br|blockquote|section|div)$/.test(node.nodeName)) texts.push(' ');
    for (const child of node.childNodes ?? []) walk(child as typeof node);
    if (/^(?:p|h\d|li|t[dhr]|blockquote|section|div)$/.test(node.nodeName)) texts.push(' ');
  };
  walk(parseFragment(html));
  return wordsIn(texts.join(''));
}

/** Words of Markdown source: the marks that are no words taken out line by line, by other code than the parser's. */
function wordsOfMarkdown(markdown: string): string[] {
  return wordsIn(
    markdown
      .replace(/^\s*\|[\s:|-]+\|\s*$/gm, '')
      .replace(/^\s*(?:#{1,6}|>|[-*+]|\d{1,3}[.)]|[a-z]{1,3}\))\s+/gm, '')
      .replace(/!?\[([^\]^]*)\]\(([^)\s]*)\)/g, '$1')
      .replace(/\[\^[^\]]+\]:?/g, '')
      .replace(/<(https?:[^>]*)>/g, '$1')
      .replace(/\\(?=\W)/g, '')
      .replace(/\*\*|\|/g, ' '),
  );
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe('the real content', () => {
  it('reads and validates without a problem', () => {
    expectProblems([...readProblems, ...problems], []);
    expect(bodies).toHaveLength(1);
  });

  it.each([
    ['2021-07-13', 12],
    ['2023-03-21', 9],
  ])('has the resolutions of %s: %i', (slug, count) => {
    const meeting = bodies[0]!.meetings.find((candidate) => candidate.slug === slug);
    const { minutes } = open(meeting!.minutes!.content).structure;
    expect(
      minutes.flatMap((minute) => minute.decisions).filter(({ kind }) => kind === 'resolution'),
    ).toHaveLength(count);
  });

  it('has the lettered parts of the one resolution that has them', () => {
    const meeting = bodies[0]!.meetings.find(({ slug }) => slug === '2021-07-13');
    const minute = open(meeting!.minutes!.content).structure.minutes.find(({ code }) => code === 'B3');
    expect(minute!.decisions.map(({ parts }) => parts.map(({ mark }) => mark))).toEqual([['a', 'b', 'c']]);
  });

  it.each(source.papers.map((paper) => [paper.file, paper] as const))(
    'loses no word of %s in rendering, and adds none',
    (file, paper) => {
      const { markdown } = open(paper.source);
      const text = { markdown, file, lines: [] } as unknown as PublicMarkdown;
      const { html } = renderMarkdown(text, {
        idPrefix: '',
        headingLevel: 2,
        resolveLink: (target) => target,
      });
      const rendered = wordsOfHtml(html);
      const typed = wordsOfMarkdown(markdown);
      // In a table whose cells have several lines the lines are typed across and read down, cell by cell.
      if (!/\\$/m.test(markdown)) expect(rendered).toEqual(typed);
      expect([...rendered].sort()).toEqual([...typed].sort());
    },
  );

  it.each(source.papers.map((paper) => [paper.file, paper] as const))(
    'gives no id twice in %s',
    (file, paper) => {
      const text = { markdown: open(paper.source).markdown, file, lines: [] } as unknown as PublicMarkdown;
      const { html } = renderMarkdown(text, {
        idPrefix: '',
        headingLevel: 2,
        resolveLink: (target) => target,
      });
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});
