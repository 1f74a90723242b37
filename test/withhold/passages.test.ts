import { describe, expect, it } from 'vitest';
import { paper, withholdFiles } from './withhold-files.ts';
import type { Files } from './withhold-files.ts';

const report = (markdown: string, files: Files = {}, fields = {}) => {
  // Validation refuses some of these as well; this stage relies on no other.
  const result = withholdFiles({ a: paper(markdown, fields), ...files }, { mayBeInvalid: true });
  return { ...result, text: result.meeting?.reports[0]?.text };
};

describe('an exempt passage', () => {
  it('gives way to a notice with its reason, and each line keeps its number', () => {
    const { text, hidden, codes } = report(
      'Before.\n\n::: exempt paragraph 3, costs\nSecret one.\n\nSecret two.\n:::\n\nAfter.',
    );
    expect(codes).toEqual([]);
    expect(text).toMatchObject({
      markdown: 'Before.\n\n::: withheld paragraph 3, costs\n:::\n\nAfter.',
      lines: [6, 7, 8, 8, 13, 14],
    });
    expect(hidden).toMatch(/^Secret one. zqcanary1\n\nSecret two. zqcanary1$/);
  });

  it('may be empty', () => {
    expect(report('::: exempt paragraph 3\n:::').withheld.pieces).toEqual([]);
  });
});

describe('footnotes and link definitions', () => {
  const rows: [promise: string, markdown: string, shown: string[], hidden: string[], codes: string[]][] = [
    [
      'come with the public text that refers to them',
      'One[^a] and [two][b].\n\n[^a]: Note.\n\n[b]: https://example.org',
      ['Note.', 'https://example.org'],
      [],
      [],
    ],
    [
      'come with the public text through another footnote',
      'One[^a].\n\n[^a]: See[^b].\n\n[^b]: Further.',
      ['Further'],
      [],
      [],
    ],
    [
      'come with the public text though they stand after a passage',
      'One[^a].\n\n::: exempt paragraph 3\nSecret.\n:::\n\n[^a]: Note.',
      ['Note'],
      ['Secret'],
      [],
    ],
    [
      'are found whatever the case and spaces of their label',
      'See [two][ My  LABEL ].\n\n[my label]: https://example.org',
      ['https://example.org'],
      [],
      [],
    ],
    [
      'go with the passage that refers to them',
      '::: exempt paragraph 3\nSecret[^a].\n:::\n\n[^a]: Hidden note.',
      [],
      ['Hidden note'],
      [],
    ],
    [
      'go with the passage through another footnote',
      '::: exempt paragraph 3\nSecret[^a].\n:::\n\n[^a]: Hidden[^b].\n\n[^b]: Hidden further.',
      [],
      ['Hidden further'],
      [],
    ],
    [
      'go with the passage that they stand in',
      '::: exempt paragraph 3\nSecret[^a].\n\n[^a]: Hidden note.\n:::\n\nAfter.',
      ['After'],
      ['Hidden note'],
      [],
    ],
    [
      'that both refer to are refused',
      'One[^a].\n\n::: exempt paragraph 3\nSecret[^a].\n:::\n\n[^a]: Whose note.',
      [],
      [],
      ['a:definition-shared'],
    ],
    [
      'that public text has from within a passage are refused',
      'One[^a].\n\n::: exempt paragraph 3\nSecret.\n\n[^a]: Hidden note.\n:::\n\nAfter.',
      [],
      ['Hidden note'],
      ['a:definition-withheld'],
    ],
    ['that nobody refers to are shown nowhere', 'One.\n\n[//]: # (Nobody reads this)', [], [], []],
  ];
  it.each(rows)('%s', (_, markdown, publicWords, withheldWords, expected) => {
    const { shown, hidden, codes } = report(markdown);
    expect(codes).toEqual(expected);
    for (const word of publicWords) expect(shown).toContain(word);
    for (const word of withheldWords) expect(hidden).toContain(word);
    if (expected.length === 0) for (const word of withheldWords) expect(shown).not.toContain(word);
    expect(shown).not.toContain('Nobody');
  });

  it('of public text are public where they end minutes, below a restricted item', () => {
    const { shown, hidden, codes } = withholdFiles({
      minutes: paper(
        'Quorate[^a].\n\n### B1 Lights\n\n### D1 Smith\n\nSecret[^b].\n\n[^a]: Public note.\n\n[^b]: Hidden note.\n',
      ),
    });
    expect(codes).toEqual([]);
    expect(shown).toContain('Public note');
    expect(shown).not.toContain('Hidden note');
    expect(hidden).toContain('Hidden note');
    expect(hidden).not.toContain('Public note');
  });

  it('that nobody refers to and that end minutes go with the restricted item', () => {
    const { hidden } = withholdFiles(
      { minutes: paper('### B1 Lights\n\n### D1 Smith\n\nSecret.\n\n[//]: # (Hidden)') },
      { mayBeInvalid: true },
    );
    expect(hidden).toContain('Hidden');
  });
});

describe('comments', () => {
  it.each([
    ['a line', 'One.\n\n<!-- Hidden -->\n\nTwo.', 'One.\n\n\n\nTwo.'],
    ['several lines', 'One.\n\n<!--\nHidden\n\nHidden -->\n\nTwo.', 'One.\n\n\n\n\n\n\nTwo.'],
    ['words of a paragraph', 'One <!-- Hidden --> two <!-- Hidden too --> three.', 'One  two  three.'],
    ['lines of a quote', '> One\n>\n> <!-- Hidden\n> again -->', null],
    [
      'one within a passage and the like of it after',
      '::: exempt paragraph 3\n<!--\nHidden -->\n:::\n\n<!--\nHidden\nagain -->\n\nTwo.',
      null,
    ],
  ])('leave the text: %s', (_, markdown, expected) => {
    const { shown, hidden, text, codes } = report(markdown);
    expect(codes).toEqual([]);
    if (expected !== null) expect(text?.markdown).toBe(expected);
    expect(shown).not.toContain('Hidden');
    expect(shown).not.toContain('again');
    expect(hidden).toContain('Hidden');
  });

  it('are refused where they cannot be told from code', () => {
    expect(report('Type `<!-- Hidden -->` so. <!-- Hidden -->').codes).toEqual(['a:comment-odd']);
  });

  it('are refused where their line is not known, and where taking one out would make another', () => {
    expect(report('One.^[Two <!-- Hidden -->]\n\nLast.').codes).toEqual(['a:comment-odd']);
    expect(report('One <!<!-- Hidden -->-- two -->.').codes).toEqual(['a:comment-odd']);
    expect(report('<!<!-- Hidden -->-- two.').codes).toEqual(['a:comment-odd']);
  });

  it('leave the text of a body too', () => {
    const { shown, hidden } = withholdFiles({
      'harbour-board/index.md':
        '---\ntitle: Harbour Board\nrestricted_parts: D\nrules: adopted\n---\n\nThe board. <!-- Hidden -->\n',
    });
    expect(shown).not.toContain('Hidden');
    expect(hidden).toContain('Hidden');
  });
});

describe('links of public text', () => {
  const secret = { secret: paper('Words.', { restricted: 'true' }) };
  const rows: [promise: string, markdown: string, codes: string[]][] = [
    [
      'may lead to a public paper, a site, an address and a place in the text',
      'See [a](b.md), [b](https://example.org), [c](mailto:a@example.org), [d](#para-2-1), [e](../2021-07-13/minutes.md#b1).',
      [],
    ],
    ['may not lead to a withheld paper', 'See [a](secret.md).', ['a:link-not-public']],
    ['may not lead to a withheld paper from a footnote', 'See^[[a](secret.md)].', ['a:link-not-public']],
    ['may not lead to a withheld paper by a definition', 'See [a].\n\n[a]: secret.md', ['a:link-not-public']],
    [
      'may not lead to no paper',
      'See [a](none.md) and [b](../2020-01-01/minutes.md).',
      ['a:link-not-public', 'a:link-not-public'],
    ],
    ['may not lead to no file', 'See [a](files/none.csv).', ['a:link-to-nothing']],
    [
      'may not lead out of the content',
      'See [a](../../../x.md) and [b](file:///x).',
      ['a:link-unknown', 'a:link-unknown'],
    ],
    ['may not show an image of another site', '![A map](https://example.org/map.png)', ['a:image-elsewhere']],
    [
      'of a withheld passage are not looked at',
      '::: exempt paragraph 3\nSee [a](secret.md), ^[[b](none.md)].\n:::\n\nAfter.',
      [],
    ],
  ];
  it.each(rows)('%s', (_, markdown, codes) => {
    const result = report(markdown, {
      b: paper('Words.'),
      ...secret,
      'harbour-board/2021-07-13/minutes.md': paper('### B1 Lights'),
    });
    expect(result.codes).toEqual(codes);
    expect(JSON.stringify(result.problems)).not.toContain('secret');
  });

  it('of a body are judged too', () => {
    const { codes } = withholdFiles({
      'harbour-board/index.md':
        '---\ntitle: Harbour Board\nrestricted_parts: D\nrules: adopted\n---\n\nSee [a](2021-11-18/secret.md) and [b](https://example.org).\n\n::: public-summary\nOdd.\n:::\n',
      ...secret,
    });
    expect(codes).toEqual(['index:link-not-public', 'index:summary-of-open-item']);
  });
});

describe('attachments', () => {
  const files = { 'files/map.csv': 'a' };
  const names = (result: ReturnType<typeof withholdFiles>): string[] => result.linked.map(({ name }) => name);
  const withheld: [by: string, files: Files][] = [
    ['a list of a withheld report', { b: paper('Words.', { restricted: 'true', attachments: '[map.csv]' }) }],
    [
      'the file of a withheld report',
      { b: paper('Words.', { restricted: 'true', file: 'map.csv', summary: 'Words' }) },
    ],
    ['a link of a withheld report', { b: paper('See [it](files/map.csv).', { restricted: 'true' }) }],
    [
      'a link of withheld minutes',
      { minutes: paper('### B1 Lights\n\nSee [it](files/map.csv).', { restricted: 'true' }) },
    ],
    ['a link of a restricted minute', { minutes: paper('### D1 Smith\n\nSee [it](files/map.csv).') }],
    ['a passage of another paper', { b: paper('::: exempt paragraph 3\nSee^[[it](files/map.csv)].\n:::') }],
    [
      'a withheld supplement',
      { 'supplement-1': paper('### B1 Lights\n\n- Paper: files/map.csv', { restricted: 'true' }) },
    ],
  ];
  it('are published when a public paper links, lists or names them as its file', () => {
    expect(names(report('See [it](files/map.csv).', files))).toEqual(['map.csv']);
    expect(names(report('![Map](files/map.csv) and [again](files/map.csv)', files))).toEqual(['map.csv']);
    expect(names(report('Words.', files, { attachments: '[{ file: map.csv, title: Map }]' }))).toEqual([
      'map.csv',
    ]);
    expect(names(report('See [it](files/map.csv).', files, { attachments: '[map.csv]' }))).toEqual([
      'map.csv',
    ]);
    expect(names(report('Words.', files, { file: 'map.csv', summary: 'Words' }))).toEqual(['map.csv']);
  });

  it('are withheld when no public paper links them', () => {
    const result = report('Words.', files);
    expect(names(result)).toEqual([]);
    expect(result.withheld.pieces).toMatchObject([
      { what: 'attachment', because: 'not linked', file: 'content/harbour-board/2021-11-18/files/map.csv' },
    ]);
  });

  it.each(withheld)('that %s names are refused to public papers', (_, others) => {
    const result = report('See [it](files/map.csv).', { ...files, ...others });
    expect(result.codes).toEqual(['a:attachment-shared']);
    expect(names(result)).toEqual([]);
  });

  it('that a restricted item of the agenda names are refused to public papers', () => {
    const { codes } = withholdFiles({
      ...files,
      agenda: paper(
        '### B1 Lights\n\n- Paper: files/map.csv\n\n## D. Others\n\n### D1 Case\n\n- Paper: files/map.csv',
      ),
    });
    expect(codes).toEqual(['agenda:attachment-shared']);
  });

  it('that an opened item of the agenda names are public', () => {
    const result = withholdFiles({
      ...files,
      agenda: paper('## D. Others\n\n### D1 Case\n\n- Opened: 2021-11-18\n- Paper: files/map.csv'),
    });
    expect(result.codes).toEqual([]);
    expect(names(result)).toEqual(['map.csv']);
  });
});
