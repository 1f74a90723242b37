import { describe, expect, it } from 'vitest';
import { open } from '../../src/model/sealed.ts';
import type { PaperDocument } from '../../src/model/valid.ts';
import { paperText, validateMeetingFiles } from '../support/content-in-memory.ts';
import { expectProblems } from '../support/expect-problems.ts';
import type { ExpectedProblem } from '../support/expect-problems.ts';

function read(markdown: string): PaperDocument {
  const { bodies, problems } = validateMeetingFiles({ 'roads.md': paperText(markdown) });
  expectProblems(problems, []);
  return open(bodies[0]!.meetings[0]!.reports[0]!.content).document;
}

type Rows = readonly (readonly [line: number, code: string])[];

/** The paper's first line is the file's line 6. */
function expectProblemsOf(markdown: string, rows: Rows): void {
  const { problems } = validateMeetingFiles({ 'roads.md': paperText(markdown) });
  expectProblems(
    problems,
    rows.map(([line, code]): ExpectedProblem => ['roads.md', line, code]),
  );
}

describe('a passage', () => {
  it('is found with its fences and its reason', () => {
    expect(read('A.\n\n::: exempt paragraph 3, costs\nB.\n\n- C\n:::\n\nD.').exempt).toEqual([
      { start: 3, end: 8, words: 'paragraph 3, costs' },
    ]);
  });

  it('may follow a paragraph or a table without an empty line, and stand in another language', () => {
    expect(read('A.\n::: exempt paragraph 3\nB.\n:::\nC.').exempt).toHaveLength(1);
    expect(read('| a |\n|---|\n| b |\n::: exempt paragraph 3\nB.\n:::').exempt).toHaveLength(1);
    expect(read('::: lang cy\nGeiriau.\n:::').exempt).toHaveLength(0);
  });

  it.each<[name: string, markdown: string, rows: Rows]>([
    ['not closed', '::: exempt paragraph 3\nA.', [[6, 'container-open']]],
    ['without a reason', '::: exempt\nA.\n:::', [[6, 'exempt-without-reason']]],
    ['of another name', '::: secret\nA.\n:::', [[6, 'container-unknown']]],
    ['with a plural name', '::: exempts x\nA.\n:::', [[6, 'container-unknown']]],
    ['of the name that notices have', '::: withheld x\nA.\n:::', [[6, 'container-unknown']]],
    ['in another language without saying which', '::: lang\nA.\n:::', [[6, 'lang-without-language']]],
    ['in a language by its name', '::: lang Welsh language\nA.\n:::', [[6, 'lang-without-language']]],
    [
      'within another',
      '::: exempt a\n::: exempt b\nA.\n:::\nB.\n:::',
      [
        [7, 'container-odd'],
        [11, 'container-odd'],
      ],
    ],
    [
      'in a list',
      '- A\n  ::: exempt b\n  B\n  :::',
      [
        [7, 'container-odd'],
        [9, 'container-odd'],
      ],
    ],
    [
      'right after a list',
      '- A\n::: exempt b\nB\n:::',
      [
        [7, 'container-odd'],
        [9, 'container-odd'],
      ],
    ],
    [
      'in a quote',
      '> ::: exempt b\n> B\n> :::',
      [
        [6, 'container-odd'],
        [8, 'container-odd'],
      ],
    ],
    ['in a table', '| a |\n|---|\n| ::: exempt b |', [[8, 'container-odd']]],
    [
      'in code',
      '```\n::: exempt b\nB\n:::\n```',
      [
        [7, 'container-odd'],
        [9, 'container-odd'],
      ],
    ],
    ['in a comment', '<!--\n::: exempt b\n-->', [[7, 'container-odd']]],
    [
      'in a footnote',
      'A[^1].\n\n[^1]: B\n::: exempt c\nC\n:::',
      [
        [9, 'container-odd'],
        [11, 'container-odd'],
      ],
    ],
    [
      'indented',
      ' ::: exempt b\nB\n:::',
      [
        [6, 'container-odd'],
        [8, 'container-odd'],
      ],
    ],
    [
      'indented as code',
      '    ::: exempt b',
      [
        [6, 'container-odd'],
        [6, 'text-indented'],
      ],
    ],
    [
      'without a space',
      ':::exempt b\nB\n:::',
      [
        [6, 'container-odd'],
        [8, 'container-odd'],
      ],
    ],
    [
      'with four colons',
      ':::: exempt b\nB\n::::',
      [
        [6, 'container-odd'],
        [8, 'container-odd'],
      ],
    ],
    [
      'with two colons',
      ':: exempt b\nB\n::',
      [
        [6, 'container-odd'],
        [8, 'container-odd'],
      ],
    ],
    ['with one colon', ': exempt b\nB', [[6, 'container-odd']]],
    ['with semicolons', ';;; exempt b\nB', [[6, 'container-odd']]],
    [
      'with full-width colons',
      '：：： exempt b\nB\n：：：',
      [
        [6, 'container-odd'],
        [8, 'container-odd'],
      ],
    ],
    ['with ratio signs', '∶∶∶ exempt b\nB', [[6, 'container-odd']]],
    [
      'with a capital',
      '::: Exempt b\nB\n:::',
      [
        [6, 'container-odd'],
        [8, 'container-odd'],
      ],
    ],
    [
      'with a Cyrillic letter',
      '::: еxempt b\nB\n:::',
      [
        [6, 'container-odd'],
        [8, 'container-odd'],
      ],
    ],
    ['closed with words', '::: exempt b\nB\n::: end', [[6, 'container-open']]],
    ['closed before it opens', 'A\n\n:::', [[8, 'container-odd']]],
    [
      'closed in a block of code',
      '::: exempt b\n```\n:::\n```',
      [
        [7, 'code-open'],
        [9, 'code-open'],
      ],
    ],
  ])('is refused: %s', (_name, markdown, rows) => {
    expectProblemsOf(markdown, rows);
  });
});

describe('text', () => {
  it.each<[name: string, markdown: string, rows: Rows]>([
    ['a block of HTML', '<div>A</div>', [[6, 'raw-html']]],
    ['HTML in a line', 'A\nB <b>C</b>', [[7, 'raw-html']]],
    ['a script', '<script>alert(1)</script>', [[6, 'raw-html']]],
    ['a heading in HTML', '<h2>D1 Review</h2>', [[6, 'raw-html']]],
    ['HTML in a list', '- A\n- <b>B</b>', [[7, 'raw-html']]],
    ['HTML in a table', '| a |\n|---|\n| <b>b</b> |', [[8, 'raw-html']]],
    ['HTML in the words of an image', '![A <b>map</b>](files/map.png)', [[6, 'raw-html']]],
    ['a declaration', '<!DOCTYPE html>', [[6, 'raw-html']]],
    ['a comment that does not end', 'A.\n\n<!-- B\n\nC.', [[8, 'comment-open']]],
    ['a comment in a line that does not end', 'A <!-- B\n\nC.', [[6, 'comment-open']]],
    ['a comment in a line with an empty line in it', 'A <!-- B\n\nC --> D.', [[6, 'comment-open']]],
    ['a comment with a space too many', 'A <! -- B -->', [[6, 'comment-open']]],
    ['a comment in the title of a link', '[A](https://example.org "<!-- B -->")', [[6, 'comment-open']]],
    ['words beside a comment', '<!-- A --> B', [[6, 'comment-beside-text']]],
    ['a code fence that does not end', 'A\n\n```\nB', [[8, 'code-open']]],
    ['a code fence that ends with words', '```\nB\n```js', [[6, 'code-open']]],
    ['a code fence that ends with fewer marks', '````\nB\n```', [[6, 'code-open']]],
    ['a code fence alone', 'A\n\n~~~', [[8, 'code-open']]],
    ['a code fence in a list that does not end', '- A\n  ```\n  B', [[7, 'code-open']]],
    ['a code fence in a quote that does not end', '> ```\n> B\n\nC', [[6, 'code-open']]],
    ['an indented line', 'A\n\n    B', [[8, 'text-indented']]],
    ['a heading of the first level', '# A', [[6, 'heading-first-level']]],
    ['a heading without a space', '##A', [[6, 'heading-without-space']]],
    ['an image without words', '![](files/map.png)', [[6, 'image-without-words']]],
    [
      'an image without words in a link',
      'A\n\n[![ ](files/map.png)](https://example.org)',
      [[8, 'image-without-words']],
    ],
    ['a footnote that nothing refers to', 'A\n\n[^1]: B', [[8, 'footnote-unused']]],
    ['a footnote that only itself refers to', 'A\n\n[^1]: B [^1]', [[8, 'footnote-unused']]],
    ['a footnote twice', 'A[^1]\n\n[^1]: B\n[^1]: C', [[9, 'definition-twice']]],
    ['a reference to no footnote', 'A[^2]', [[6, 'footnote-missing']]],
    ['a link’s address that nothing uses', 'A\n\n[Note]: B', [[8, 'link-definition-unused']]],
    ['a comment disguised as a link', 'A\n\n[//]: # (B)', [[8, 'link-definition-unused']]],
    [
      'a link’s address twice',
      '[A][b]\n\n[b]: https://example.org\n[B]: https://example.com',
      [[9, 'definition-twice']],
    ],
    ['an abbreviation', 'A\n\n*[DHR]: Domestic Homicide Review', [[8, 'abbreviation-definition']]],
    ['a link to no place of the paper', '## Costs\n\n[A](#cost)', [[8, 'link-fragment']]],
    ['the beginning of a merge', 'A\n\n<<<<<<< HEAD\nB', [[8, 'merge-mark']]],
    ['the middle of a merge', 'A\n\nB\n\n=======', [[10, 'merge-mark']]],
    ['the end of a merge', '- A\n\n>>>>>>> theirs', [[8, 'merge-mark']]],
    ['the base of a merge', 'A\n\n||||||| base', [[8, 'merge-mark']]],
    [
      'a second front matter block',
      '---\nrestricted: true\n---\n\nA',
      [
        [6, 'front-matter-second'],
        [7, 'field-in-text'],
      ],
    ],
    ['a second block with plus signs', '+++\nA', [[6, 'front-matter-second']]],
    ['a second block with em dashes', '———\n\nA', [[6, 'front-matter-second']]],
    ['a flag in the text', 'A\n\nrestricted: true', [[8, 'field-in-text']]],
    ['a flag in bold', 'A\n\n**Restricted:** true', [[8, 'field-in-text']]],
    ['a flag in a quote', 'A\n\n> restricted: true', [[8, 'field-in-text']]],
    ['a flag with a Cyrillic letter', 'A\n\nrеstricted: true', [[8, 'field-in-text']]],
    ['a classification', 'Classification: For Information', [[6, 'field-in-text']]],
    ['a field first of all', 'author: A', [[6, 'field-in-text']]],
  ])('is refused: %s', (_name, markdown, rows) => {
    expectProblemsOf(markdown, rows);
  });

  it('may hold comments, which are noted with their lines and vanish', () => {
    const { comments } = read(
      'A <!-- one --> B\n\n<!-- two\nlines -->\n\n- C\n  <!-- three -->\n- D <!-- four\nlines --> E <!-- five -->\n\n![A <!-- six --> map](files/map.png)',
    );
    expect(comments).toEqual([
      { line: 1, text: '<!-- one -->' },
      { line: 3, text: '<!-- two\nlines -->' },
      { line: 7, text: '<!-- three -->' },
      { line: 8, text: '<!-- four\nlines -->' },
      { line: 9, text: '<!-- five -->' },
      { line: 11, text: '<!-- six -->' },
    ]);
  });

  it('may hold what looks odd and is not', () => {
    read(
      [
        'To: the Board',
        'At 10:00, a ratio of 3:2; see https://example.org/a::b.',
        'A<br>B, 5 < 6, A --> B, `<!-- code -->`, `<b>`, {{ 7*7 }}, {% include "x" %}',
        '\\# not a heading, #hashtag',
        'An arrangement: exempt or not.',
        '```\n<b>code</b>\n```',
        '~~~~\n```\n~~~~',
        '> ```\n> quoted\n> ```',
        'Words[^1].\n\n[^1]: A note.',
        '[A][b] and [B].\n\n[b]: https://example.org',
        '| a | b |\n|:--|--:|\n| 1 | 2 |',
        '## Costs\n\n[Costs](#costs), [paragraph](#para-2-3)\n\n2.3 The costs.',
      ].join('\n\n'),
    );
  });

  it('has its links and definitions listed with their lines', () => {
    const { links, definitions } = read(
      '[A](b2-x.md)\n\n![Map][m] and <https://example.org>, a@example.org[^n]\n\n[m]: files/map.png\n[^n]: Note\n    more\n',
    );
    expect(links).toEqual([
      { target: 'b2-x.md', line: 1, isImage: false },
      { target: 'files/map.png', line: 3, isImage: true },
      { target: 'https://example.org', line: 3, isImage: false },
      { target: 'mailto:a@example.org', line: 3, isImage: false },
    ]);
    expect(definitions).toEqual([
      { kind: 'link', label: 'm', start: 5, end: 6 },
      { kind: 'footnote', label: 'n', start: 6, end: 8 },
    ]);
  });
});
