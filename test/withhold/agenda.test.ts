import { describe, expect, it } from 'vitest';
import { paper, withholdFiles } from './withhold-files.ts';
import type { Files } from './withhold-files.ts';

const part = (lines: string): string =>
  paper(`## B. Matters\n\n### B1 Lights\n\n## D. Others\n\n### D1 Case Smith\n\n${lines}`);
const itemsOf = (files: Files) => withholdFiles(files).meeting?.agenda?.parts.flatMap((each) => each.items);
const body = (fields: string): Files => ({
  'harbour-board/index.md': `---\ntitle: Harbour Board\nrestricted_parts: D\nrules: adopted\n${fields}\n---\n`,
});

describe('what the public sees of a restricted item', () => {
  it('is its number, its title as printed, and nothing of who leads it and what is read', () => {
    const { shown, hidden, meeting, codes } = withholdFiles({
      agenda: part('- Lead: Mr Secret\n- Paper: d1-case-secret.md\n- Topic: secrets'),
    });
    expect(codes).toEqual([]);
    expect(meeting?.agenda?.parts[1]).toMatchObject({
      letter: 'D',
      restricted: true,
      notice: 'Not open to the press and public; reports not for publication.',
    });
    expect(meeting?.agenda?.parts[1]?.items).toEqual([
      { access: 'withheld', code: 'D1', title: 'Case Smith' },
    ]);
    expect(shown.toLowerCase()).not.toContain('secret');
    expect(hidden).toMatch(/Lead: Mr Secret zqcanary\d+\n- Paper: d1-case-secret.md zqcanary|Mr Secret/);
  });

  it.each([
    ['- Not for publication: Names; paragraph 1', { what: 'Names', paragraphs: '1' }],
    ['- Not for publication: paragraphs 1 and 2', { paragraphs: '1 and 2' }],
    ['- Not for publication: the whole', { what: 'the whole' }],
    ['- Reason: It names people', { reason: 'It names people' }],
  ])('has its grounds of %s', (line, grounds) => {
    expect(itemsOf({ agenda: part(line) })?.[1]).toEqual({
      access: 'withheld',
      code: 'D1',
      title: 'Case Smith',
      grounds,
    });
  });

  it('has no title where the item withholds it, or the body hides all; the title is then withheld text', () => {
    for (const files of [
      { agenda: part('- Title withheld') },
      { agenda: part(''), ...body('restricted_titles: hidden') },
    ]) {
      const { shown, hidden, meeting } = withholdFiles({ ...files, minutes: paper('### D1 Smith') });
      expect(shown).not.toContain('Smith');
      expect(hidden).toContain('### D1 Case Smith zqcanary');
      expect(meeting?.minutes?.minutes[0]?.title).toBe('Restricted item');
    }
  });

  it('has the notice in the body’s words', () => {
    const { meeting } = withholdFiles({ agenda: part(''), ...body('restricted_notice: Closed') });
    expect(meeting?.agenda?.parts.map((each) => each.notice)).toEqual([undefined, 'Closed']);
  });
});

describe('an agenda', () => {
  it('shows all of an open item, and its papers in order', () => {
    const { meeting, codes, linked } = withholdFiles({
      agenda: paper(
        'Welcome.\n\n### B1 Lights\n\n- Paper: ../2021-07-13/minutes.md\n- Paper: b1-b.md\n- Paper: files/map.csv\n- Paper: verbal\n- Lead: Mr Gull\n- Topic: lamps\n- Time: 10.00\n- Then: Tea\n- Urgent: The chair said so\n- Not for publication: Appendix 2; paragraph 3\n\nText.',
        {
          time: '10:00',
          closes: '12:00',
          venue: 'Hall',
          watch: 'https://example.org',
          attend: 'Come',
          language: 'cy',
          published: 'not-recorded',
          status: 'postponed',
          because: 'Snow',
          replaced_by: '2021-12-02',
          contact: '{ name: Ann, email: ann@example.org }',
        },
      ),
      'b1-a': paper('Words.', { item: 'B1' }),
      'b1-b': paper('Words.', { item: 'B1' }),
      'b1-appendix-1-a': paper('Words.', { item: 'B1' }),
      'files/map.csv': 'a',
      'harbour-board/2021-07-13/minutes.md': paper('### B1 Lights'),
    });
    expect(codes).toEqual([]);
    expect(linked.map(({ name, place }) => `${name} ${place.file}:${place.line}`)).toEqual([
      'map.csv content/harbour-board/2021-11-18/agenda.md:23',
    ]);
    expect(meeting?.agenda).toMatchObject({
      time: '10:00',
      venue: 'Hall',
      status: { word: 'postponed', because: 'Snow', replacedBy: '2021-12-02' },
      contact: { name: 'Ann' },
      introduction: { markdown: 'Welcome.' },
    });
    expect(meeting?.agenda?.parts).toMatchObject([
      {
        restricted: false,
        items: [
          {
            access: 'open',
            code: 'B1',
            title: 'Lights',
            lead: 'Mr Gull',
            topic: 'lamps',
            time: '10.00',
            then: 'Tea',
            urgent: 'The chair said so',
            grounds: { what: 'Appendix 2', paragraphs: '3' },
            text: { markdown: 'Text.' },
            papers: [
              { kind: 'paper', meeting: '2021-07-13', name: 'minutes' },
              { kind: 'paper', name: 'b1-b' },
              { kind: 'attachment', name: 'map.csv' },
              { kind: 'verbal' },
              { kind: 'paper', name: 'b1-a' },
              { kind: 'paper', name: 'b1-appendix-1-a' },
            ],
          },
        ],
      },
    ]);
  });

  const restricted = { restricted: 'true' };
  const refused: [promise: string, files: Files, codes: string[]][] = [
    [
      'a line that leads to a withheld paper',
      {
        agenda: paper('### B1 Lights\n\n- Paper: b1-secret.md'),
        'b1-secret': paper('Words.', { item: 'B1', ...restricted }),
      },
      ['agenda:paper-line'],
    ],
    [
      'a line that leads to nothing',
      { agenda: paper('### B1 Lights\n\n- Paper: files/none.pdf') },
      ['agenda:link-to-nothing'],
    ],
    [
      'a line that leads to another body',
      { agenda: paper('### B1 Lights\n\n- Paper: ../../town/2021-01-01/agenda.md') },
      ['agenda:paper-line'],
    ],
    [
      'text under a restricted part',
      { agenda: paper('## D. Others\n\nSmith is the victim.\n\n### D1 Case') },
      ['agenda:restricted-part-text'],
    ],
    [
      'text under a restricted item',
      { agenda: part('Smith is the victim.') },
      ['agenda:restricted-part-text'],
    ],
    [
      'text under a restricted part of a supplement',
      {
        agenda: part(''),
        'supplement-1': paper('## D. Others\n\nSmith is the victim.\n\n### D2 Case Jones'),
      },
      ['supplement-1:restricted-part-text'],
    ],
    [
      'a heading of a restricted part in a quote',
      { agenda: paper('## B. Matters\n\n### B1 Lights\n\n> ## D. Restricted items\n\nSmith is the victim.') },
      ['agenda:restricted-heading-odd'],
    ],
    [
      'the title of a restricted item in the text of an open one',
      { agenda: part('').replace('### B1 Lights', '### B1 Lights\n\nCase Smith\n\nSmith is the victim.') },
      ['agenda:restricted-heading-odd'],
    ],
    [
      'items after the public was excluded',
      { agenda: paper('### 1 Lights\n\n### 2 Exclusion of the Press and Public\n\n### 3 Land') },
      ['agenda:exclusion-open-part'],
    ],
    [
      'items of a part from which the public is excluded',
      { agenda: paper('## Public to be excluded\n\n### 3 Land') },
      ['agenda:exclusion-open-part'],
    ],
    [
      'a public summary',
      { agenda: paper('### B1 Lights\n\n::: public-summary\nLit.\n:::') },
      ['agenda:summary-of-open-item'],
    ],
  ];
  it.each(refused)('refuses %s', (_, files, codes) => {
    // Validation refuses some of these as well; this stage relies on no other.
    expect(withholdFiles(files, { mayBeInvalid: true }).codes).toEqual(codes);
  });

  it('names the supplement where its line leads to nothing', () => {
    const { problems } = withholdFiles({
      agenda: part(''),
      'supplement-1': paper('## B. Matters\n\n### B1 Lights\n\n- Paper: b1-none.md'),
    });
    expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'content/harbour-board/2021-11-18/supplement-1.md:10 paper-line',
    ]);
  });
});

describe('an agenda that excludes the public', () => {
  it.each([
    ['at its end', '### 1 Lights\n\n### 2 Exclusion of the Press and Public'],
    ['before a restricted part', '### 2 Exclusion of the Press and Public\n\n## Exempt items\n\n### 3 Land'],
    ['within a restricted part', '## Exempt items\n\n### 3 Exclusion of the public\n\n### 4 Land'],
    ['in no item', '## Public questions\n\n## Public to be excluded'],
  ])('may do so %s', (_, markdown) => {
    expect(withholdFiles({ agenda: paper(markdown) }, { mayBeInvalid: true }).codes).toEqual([]);
  });
});

describe('supplements', () => {
  const agenda = paper(
    '## B. Matters\n\n### B1 Lights\n\n- Paper: to follow\n\n## D. Others\n\n### D1 Case Smith\n\n- Title withheld',
  );
  it('bring the papers of their day where no line names any, and all that name a new item', () => {
    const { meeting, codes } = withholdFiles({
      agenda,
      'supplement-1': paper('## B. Matters\n\n### B1 Lights\n\n### B2 Storm', { published: '2021-11-15' }),
      'b1-early': paper('Words.', { item: 'B1', published: '2021-11-01' }),
      'b1-late': paper('Words.', { item: 'B1', published: '2021-11-15' }),
      'b2-wind': paper('Words.', { item: 'B2' }),
    });
    expect(codes).toEqual([]);
    const brought = meeting?.supplements[0]?.items.map((item) =>
      item.access === 'open' ? item.papers : item,
    );
    expect(brought).toMatchObject([[{ name: 'b1-late' }], [{ name: 'b2-wind' }]]);
  });

  it('say when a paper was replaced', () => {
    const { meeting, codes } = withholdFiles({
      agenda,
      'supplement-1': paper('### B1 Lights\n\n- Paper: b1-new.md\n- Replaces: b1-old.md', {
        published: '2021-11-15',
      }),
      'b1-old': paper('Words.', { item: 'B1' }),
      'b1-new': paper('Words.', { item: 'B1' }),
    });
    expect(codes).toEqual([]);
    expect(meeting?.reports.find(({ name }) => name === 'b1-old')).toMatchObject({
      replacedBy: { papers: [{ name: 'b1-new' }], date: '2021-11-15' },
    });
  });

  it('bring nothing of no known day to an item that stands, and replace without saying when', () => {
    const { meeting, codes } = withholdFiles({
      agenda,
      'supplement-1': paper('### B1 Lights', { published: 'not-recorded' }),
      'supplement-2': paper('### B1 Lights\n\n- Paper: b1-new.md\n- Replaces: b1-old.md', {
        published: 'not-recorded',
      }),
      'b1-old': paper('Words.', { item: 'B1' }),
      'b1-new': paper('Words.', { item: 'B1' }),
    });
    expect(codes).toEqual([]);
    expect(meeting?.supplements[0]?.items).toMatchObject([{ papers: [] }]);
    expect(meeting?.reports.find(({ name }) => name === 'b1-old')).toMatchObject({
      replacedBy: { papers: [{ name: 'b1-new' }] },
    });
    expect(JSON.stringify(meeting?.reports)).not.toContain('"date"');
  });

  it('add papers and items to the agenda, say so, and keep restricted items to number and title', () => {
    const { meeting, shown, codes } = withholdFiles({
      agenda,
      'supplement-1': paper(
        '## B. Matters\n\n### B1 Lights\n\n- Paper: b1-late.md\n\n### B2 Storm\n\nIt blew.\n\n## D. Others\n\n### D1 Case Smith\n\n### D2 Case Jones\n\n- Lead: Mr Secret',
        { published: '2021-11-15', late: 'It came late', kind: 'tabled' },
      ),
      'supplement-2': paper('## C. More\n\n### C1 Ropes', { published: 'not-recorded' }),
      'b1-late': paper('Words.'.repeat(1), { item: 'B1' }),
      'c1-ropes': paper('Words.', { item: 'C1' }),
    });
    expect(codes).toEqual([]);
    expect(
      meeting?.agenda?.parts.map(({ letter, items }) => [
        letter,
        items.map(({ code, title }) => `${code} ${title}`),
      ]),
    ).toEqual([
      ['B', ['B1 Lights', 'B2 Storm']],
      ['D', ['D1 Restricted item', 'D2 Case Jones']],
      ['C', ['C1 Ropes']],
    ]);
    expect(meeting?.agenda?.parts[0]?.items).toMatchObject([
      {
        papers: [
          {
            kind: 'paper',
            name: 'b1-late',
            addedBy: { supplement: 'supplement-1', date: '2021-11-15', isTabled: true },
          },
        ],
      },
      { text: { markdown: 'It blew.' }, addedBy: { supplement: 'supplement-1' } },
    ]);
    expect(meeting?.supplements[0]).toMatchObject({
      kind: 'tabled',
      late: 'It came late',
      published: '2021-11-15',
    });
    expect(meeting?.supplements[0]?.text.markdown).not.toMatch(/Jones|Smith/);
    expect(meeting?.reports.map((report) => report.name)).toEqual(['b1-late', 'c1-ropes']);
    expect(shown).not.toMatch(/Secret|Smith/);
  });

  it('replace a paper in its item, and keep it a paper of the meeting', () => {
    const { meeting, codes } = withholdFiles({
      agenda: paper('### B1 Lights'),
      'supplement-1': paper(
        '### B1 Lights\n\n- Paper: b1-new.md\n- Replaces: b1-old.md\n\n### B2 Storm\n\n- Paper: none',
      ),
      'b1-old': paper('Words.', { item: 'B1' }),
      'b1-new': paper('Words.', { item: 'B1' }),
    });
    expect(codes).toEqual([]);
    expect(meeting?.agenda?.parts[0]?.items).toMatchObject([
      { papers: [{ name: 'b1-new' }] },
      { code: 'B2', papers: [{ kind: 'none' }] },
    ]);
    expect(meeting?.reports).toHaveLength(2);
  });

  it('that bring a file, or say that there is none, tell so in the item', () => {
    const follow = paper('### B1 Lights\n\n- Paper: to follow');
    const papersWith = (line: string) =>
      withholdFiles({
        agenda: follow,
        'supplement-1': paper(`### B1 Lights\n\n- Paper: ${line}`),
        'files/map.csv': 'a',
      }).meeting?.agenda?.parts[0]?.items[0];
    expect(papersWith('files/map.csv')).toMatchObject({ papers: [{ kind: 'attachment', name: 'map.csv' }] });
    expect(papersWith('presentation')).toMatchObject({
      papers: [{ kind: 'to follow' }, { kind: 'presentation' }],
    });
  });

  it('refuse to replace a paper that is not public', () => {
    const { codes } = withholdFiles({
      agenda: paper('### B1 Lights'),
      'supplement-1': paper('### B1 Lights\n\n- Replaces: b1-old.md'),
      'b1-old': paper('Words.', { item: 'B1', restricted: 'true' }),
    });
    expect(codes).toEqual(['supplement-1:paper-line']);
  });

  it('are shown by themselves where no agenda is held', () => {
    const { meeting } = withholdFiles({ 'supplement-1': paper('### B1 Lights') });
    expect(meeting).toMatchObject({ supplements: [{ text: { markdown: '### B1 Lights' } }] });
  });
});
