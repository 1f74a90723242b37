import { describe, expect, it } from 'vitest';
import { parsePaperLink } from '../../src/markdown/parse-paper-link.ts';
import type { LinkTarget } from '../../src/markdown/parse-paper-link.ts';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import type { RenderedMarkdown } from '../../src/markdown/render-markdown.ts';
import { slug } from '../../src/markdown/slug.ts';
import { textOf } from '../../src/markdown/text-of.ts';
import type { PublicMarkdown } from '../../src/model/publication.ts';

function publicMarkdown(markdown: string): PublicMarkdown {
  return { markdown, file: 'content/a/2021-11-18/paper.md', lines: [] } as unknown as PublicMarkdown;
}

function render(markdown: string, idPrefix = '', headingLevel = 2): RenderedMarkdown {
  return renderMarkdown(publicMarkdown(markdown), {
    idPrefix,
    headingLevel,
    resolveLink: (target) => `/resolved/${target}`,
  });
}

function html(markdown: string, idPrefix = ''): string {
  return render(markdown, idPrefix).html;
}

function ids(rendered: string): string[] {
  return [...rendered.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
}

describe('headings', () => {
  it.each<[typed: readonly number[], top: number, given: readonly number[]]>([
    [[2, 3, 3, 2], 2, [2, 3, 3, 2]],
    [[4, 2, 6, 3], 2, [2, 2, 3, 3]],
    [[2, 4, 6, 2], 3, [3, 4, 5, 3]],
    [[1, 2, 3, 4, 5, 6], 4, [4, 5, 6, 6, 6, 6]],
    [[3], 2, [2]],
  ])('typed at the levels %j under %i are given the levels %j', (typed, top, given) => {
    const { html: rendered, headings } = render(
      typed.map((level, index) => `${'#'.repeat(level)} H${index}`).join('\n\n'),
      '',
      top,
    );
    expect(headings.map((heading) => heading.level)).toEqual(given);
    expect(
      [...rendered.matchAll(/<h(\d) [^>]*>H\d<\/h(\d)>/g)].map((match) => [
        Number(match[1]),
        Number(match[2]),
      ]),
    ).toEqual(given.map((level) => [level, level]));
  });

  it('have ids of their words, each once, after the prefix', () => {
    expect(
      ids(html('## Legal & other\n\n## Legal & other\n\n## “Cost’s” é\n\n## ★\n\n## Fn1\n\n## fn1', 'b2-')),
    ).toEqual([
      'b2-legal-and-other',
      'b2-legal-and-other-2',
      'b2-costs-e',
      'b2-section',
      'b2-fn1',
      'b2-fn1-2',
    ]);
  });

  it('never take the id of a footnote', () => {
    const found = ids(html('## fn1\n\n## fnref1\n\nA[^x].\n\n[^x]: B'));
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('numbered paragraphs', () => {
  it('keep their number as an anchor that links to itself', () => {
    expect(html('2.3 The **text**.', 'b2-')).toBe(
      '<p id="b2-para-2-3" class="numbered"><a class="paragraph-number" href="#b2-para-2-3">2.3</a> The <strong>text</strong>.</p>\n',
    );
  });

  it.each([
    ['1.1 A', ['para-1-1']],
    ['1.1. A', ['para-1-1']],
    ['1.1.1 A', ['para-1-1-1']],
    ['1.1 A\n\n1.1 B', ['para-1-1']],
    ['10.30 am the meeting', []],
    ['2.5 million', []],
    ['1.5% more', []],
    ['> 1.1 A', []],
    ['3. A\n4. B', ['para-3', 'para-4']],
    ['1. A\n2. B\n\nWords.\n\n1. C', ['para-1', 'para-2']],
    ['a. A\nb. B', []],
    ['- A', []],
    ['1. A\n   1. B', ['para-1']],
  ])('have anchors: %s', (markdown, anchors) => {
    expect(ids(html(markdown))).toEqual(anchors);
  });
});

describe('lists', () => {
  it.each([
    ['a) A\nb) B', '<ol type="a" class="bracketed-letter">'],
    ['a. A\nb. B', '<ol type="a">'],
    ['1) A\n2) B', '<ol class="bracketed-number">'],
    ['ii) A\niii) B', '<ol type="i" start="2" class="bracketed-roman">'],
    ['A) A\nB) B', '<ol type="A" class="bracketed-capital">'],
    ['i) A\nii) B', '<ol type="i" class="bracketed-roman">'],
    ['I.  A\nII.  B', '<ol type="I">'],
    ['3. A', '<ol start="3">'],
    ['c) C\nd) D', '<ol type="a" start="3" class="bracketed-letter">'],
    ['- A', '<ul>'],
  ])('keep their letters and numbers: %s', (markdown, opening) => {
    expect(html(markdown)).toContain(opening);
  });

  it('leave initials alone', () => {
    expect(html('A. Smith introduced the report.')).toBe('<p>A. Smith introduced the report.</p>\n');
  });
});

describe('tables', () => {
  it('can be scrolled, are told apart by name, and have no inline style', () => {
    const rendered = html('| A | B |\n|:--|--:|\n| 1 | 2 |\n\n| C |\n|---|\n| 3 |\n[The “costs”]\n');
    expect(rendered).toContain('aria-label="Table 1"');
    expect(rendered).toContain('aria-label="The “costs”"');
    expect(rendered).toContain('<caption>The “costs”</caption>');
    expect(rendered).toContain('<th class="number" scope="col">B</th>');
    expect(rendered).not.toContain('style');
    expect(ids(rendered)).toEqual([]);
  });

  it('have merged cells and several lines in a cell', () => {
    const rendered = html(
      '| A | B |\n|---|---|\n| one ||\n| two | three |\n| ^^ | four |\n| five | six | \\\n| more | words |\n',
    );
    expect(rendered).toContain('colspan="2"');
    expect(rendered).toContain('rowspan="2"');
    expect(rendered).toMatch(/five\s+more/);
  });

  it('have the caption that stands under them after an empty line, once', () => {
    const rendered = html('| A |\n|---|\n| x |\n\n[The *costs*]\n\nWords.');
    expect(rendered).toContain('<table>\n<caption>The <em>costs</em></caption>\n<thead>');
    expect(rendered).toContain('aria-label="The costs"');
    expect(rendered).toContain('</table></div>\n<p>Words.</p>');
    const own = html('| A |\n|---|\n| x |\n[Own]\n\n[Not of it]');
    expect(own).toContain('<p>[Not of it]</p>');
  });

  it.each([
    ['numbers', '| A | B |\n|---|---|\n| x | £1,200 |\n| y | (3.5%) |\n| z | |', ['', 'number']],
    ['years', '| A | B |\n|---|---|\n| x | 2021 |\n| y | 2022 |', ['', '']],
    ['words among numbers', '| A | B |\n|---|---|\n| x | 1 |\n| y | none |', ['', '']],
    ['numbers that were set left', '| A | B |\n|---|:--|\n| x | 1 |', ['', '']],
    ['cells merged over rows', '| A | B |\n|---|---|\n| x | 1 |\n| ^^ | 2 |', ['', '']],
    [
      'cells merged over columns',
      '| A | B | C |\n|---|---|---|\n| x || 1 |\n| y | 2 | 3 |',
      ['', 'number', 'number'],
    ],
  ])('stand right where a column has %s alone', (_, markdown, classes) => {
    const heads = [...html(markdown).matchAll(/<th(?: class="(\w+)")? scope="col"/g)];
    expect(heads.map((match) => match[1] ?? '')).toEqual(classes);
  });

  it('escape the words of their captions', () => {
    expect(html('| A |\n|---|\n| 1 |\n[a & "b"]\n')).toContain('aria-label="a &amp; &quot;b&quot;"');
  });
});

describe('pictures', () => {
  const picture = '<img src="/resolved/x.png" alt="Map" loading="lazy">';
  it.each([
    ['on the next line', '![Map](x.png)\n[Figure 1. The *quay*]'],
    ['after an empty line', '![Map](x.png)\n\n[Figure 1. The *quay*]'],
    ['in a list', '- One\n\n  ![Map](x.png)\n  [Figure 1. The *quay*]'],
  ])('have the caption that stands under them in brackets, %s', (_, markdown) => {
    expect(html(markdown).replace(/\n/g, '')).toContain(
      `<figure>${picture}<figcaption>Figure 1. The <em>quay</em></figcaption></figure>`,
    );
  });

  it.each([
    ['words', '![Map](x.png)\nFigure 1'],
    ['words beside brackets', '![Map](x.png)\n[Figure 1] The quay'],
    ['two brackets', '![Map](x.png)\n\n[Figure 1] [The quay]'],
    ['a link', '![Map](x.png)\n\n[Figure 1](b.md)'],
    ['nothing', '![Map](x.png)'],
  ])('take no %s for a caption', (_, markdown) => {
    expect(html(markdown)).not.toContain('<fig');
  });
});

describe('what officers type', () => {
  it.each<[name: string, markdown: string, html: string]>([
    [
      'template syntax is text',
      '{{ 7*7 }} {% include "x" %} {# c #}',
      '<p>{{ 7*7 }} {% include &quot;x&quot; %} {# c #}</p>\n',
    ],
    ['a comment vanishes', 'A <!-- secret --> B', '<p>A  B</p>\n'],
    ['a comment over several lines vanishes', '<!-- secret\nmore -->\n\nA', '<p>A</p>\n'],
    ['a comment in a list vanishes', '- A\n  <!-- secret -->', '<ul>\n<li>A</li>\n</ul>\n'],
    ['a comment in a table vanishes', '| A |\n|---|\n| B <!-- secret --> |', ''],
    [
      'a comment in the words of an image vanishes',
      '![A <!-- secret --> map](x.png)',
      '<p><img src="/resolved/x.png" alt="A  map" loading="lazy"></p>\n',
    ],
    ['a comment in a heading vanishes', '## A <!-- secret -->', ''],
    ['a comment in a footnote vanishes', 'A[^1]\n\n[^1]: B <!-- secret -->', ''],
    ['HTML is not passed through', 'A <script>alert(1)</script> B', '<p>A alert(1) B</p>\n'],
    ['a block of HTML is not passed through', '<iframe src="https://secret"></iframe>', ''],
    ['a line break is one', 'A<br>B<br/>C', '<p>A<br>\nB<br>\nC</p>\n'],
    ['quotes and dashes stay as typed', '"A" -- B... (c)', '<p>&quot;A&quot; -- B... (c)</p>\n'],
    [
      'an address is a link',
      'https://example.org/a',
      '<p><a href="/resolved/https://example.org/a">https://example.org/a</a></p>\n',
    ],
    [
      'a bare name of a site is text',
      'example.org and/or www.example.org //example.org',
      '<p>example.org and/or www.example.org //example.org</p>\n',
    ],
    [
      'a cut passage leaves its notice',
      '::: withheld paragraph 3, <b>costs</b>\n:::',
      '<div class="withheld-notice"><p><strong>Not for publication:</strong> part of this paper is withheld. paragraph 3, &lt;b&gt;costs&lt;/b&gt;</p>\n</div>\n',
    ],
    [
      'a passage in another language says so',
      '::: lang cy\nGeiriau.\n:::',
      '<div lang="cy">\n<p>Geiriau.</p>\n</div>\n',
    ],
    ['code of a known language is coloured', '```json\n{"a": 1}\n```', ''],
    [
      'code of an unknown language is escaped',
      '```<b>\n<script>\n```',
      '<pre><code>&lt;script&gt;</code></pre>\n',
    ],
  ])('%s', (_name, markdown, expected) => {
    const rendered = html(markdown);
    if (expected !== '') expect(rendered).toBe(expected);
    expect(rendered).not.toMatch(/secret|<script|<iframe/);
  });

  it('refers to its footnotes under their prefix, several times too', () => {
    const rendered = html('A[^1] B[^two] C[^1] D^[inline].\n\n[^1]: One.\n[^two]: Two.\n', 'b2-');
    const found = ids(rendered);
    expect(new Set(found).size).toBe(found.length);
    for (const [, target] of rendered.matchAll(/href="#([^"]*)"/g)) expect(found).toContain(target);
    for (const words of ['One.', 'Two.', 'inline']) expect(rendered).toContain(words);
  });

  it('gives its words without marks', () => {
    expect(textOf(publicMarkdown('## A b\n\n- c **d**\n\n```\ne\n```\n\n![f](x.png) [g](x)'))).toBe(
      'A b c d e f g',
    );
  });
});

describe('parsePaperLink', () => {
  const from = { body: 'moot', meeting: '2021-11-18' };

  it.each<[target: string, expected: LinkTarget]>([
    ['https://example.org', { kind: 'external', href: 'https://example.org' }],
    ['HTTP://example.org', { kind: 'external', href: 'HTTP://example.org' }],
    ['mailto:a@example.org', { kind: 'external', href: 'mailto:a@example.org' }],
    ['tel:+441622000000', { kind: 'external', href: 'tel:+441622000000' }],
    ['#para-2-3', { kind: 'fragment', href: '#para-2-3' }],
    ['b3-agreement.md', { kind: 'paper', body: 'moot', meeting: '2021-11-18', name: 'b3-agreement' }],
    [
      './b3-agreement.md#costs',
      { kind: 'paper', body: 'moot', meeting: '2021-11-18', name: 'b3-agreement', fragment: 'costs' },
    ],
    [
      '../2021-07-13/minutes.md#b3',
      { kind: 'paper', body: 'moot', meeting: '2021-07-13', name: 'minutes', fragment: 'b3' },
    ],
    [
      '../../council/2021-07-13/minutes.md',
      { kind: 'paper', body: 'council', meeting: '2021-07-13', name: 'minutes' },
    ],
    ['files/map.png', { kind: 'attachment', name: 'map.png' }],
    ['files/a%20map.png', { kind: 'attachment', name: 'a map.png' }],
    ...[
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'java\u0000script:alert(1)',
      'java%0Ascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'ftp://example.org',
      '//example.org',
      '/etc/passwd',
      '\\\\server\\share',
      'c:\\secret.md',
      '../../../secret.md',
      '../../../../moot/2021-11-18/x.md',
      '%2e%2e/%2e%2e/%2e%2e/secret.md',
      '%',
      'files/../../2021-07-13/files/map.png',
      '../2021-07-13/files/map.png',
      'files/deep/map.png',
      'files/map.png#x',
      'b3-agreement.md?x=1',
      'b3-agreement',
      '',
    ].map((target): [string, LinkTarget] => [target, { kind: 'unknown' }]),
  ])('reads %j', (target, expected) => {
    expect(parsePaperLink(target, from)).toEqual(expected);
  });

  it('knows no attachment on a body’s own page', () => {
    expect(parsePaperLink('files/map.png', { body: 'moot' })).toEqual({ kind: 'unknown' });
    expect(parsePaperLink('2021-11-18/minutes.md', { body: 'moot' })).toEqual({
      kind: 'paper',
      body: 'moot',
      meeting: '2021-11-18',
      name: 'minutes',
    });
  });
});

describe('slug', () => {
  it.each([
    ['Legal & other', 'legal-and-other'],
    ['  É “à” ', 'e-a'],
    ['★', 'section'],
    ['a'.repeat(200), 'a'.repeat(80)],
    ['Partner’s duty', 'partners-duty'],
  ])('makes %j %s', (words, expected) => {
    expect(slug(words)).toBe(expected);
  });
});
