import { describe, expect, it } from 'vitest';
import { paper, withholdFiles } from './withhold-files.ts';
import type { Files } from './withhold-files.ts';

const agenda = (more = '', fields = {}): string =>
  paper(
    `## B. Matters\n\n### B1 Lights\n\n### B2 Quay repair\n\n## D. Others\n\n### D1 Berths in dispute\n\n${more}`,
    fields,
  );
const restricted = { restricted: 'true' };

/** What a meeting's files give: names of the public reports, and codes of problems. */
const outcome = (files: Files, options = {}): { reports: string[]; codes: readonly string[] } => {
  const { meeting, codes } = withholdFiles(files, options);
  return { reports: (meeting?.reports ?? []).map((report) => report.name), codes };
};

describe('a report is public only when every sign agrees', () => {
  const rows: [promise: string, files: Files, reports: string[], codes: string[]][] = [
    [
      'publishes a report with a false flag in an open part',
      { agenda: agenda(), 'b1-a': paper('Words.', { item: 'B1' }) },
      ['b1-a'],
      [],
    ],
    [
      'withholds a report with a true flag in an open part',
      { agenda: agenda(), 'b1-a': paper('Words.', { item: 'B1', ...restricted }) },
      [],
      [],
    ],
    [
      'withholds a report of a restricted part',
      { agenda: agenda(), 'd1-a': paper('Words.', { item: 'D1', ...restricted }) },
      [],
      [],
    ],
    [
      'refuses a false flag in a restricted part',
      { agenda: agenda(), 'd1-a': paper('Words.', { item: 'D1' }) },
      [],
      ['d1-a:restricted-part-flag'],
    ],
    [
      'withholds what is to be published later',
      { agenda: agenda(), 'b1-a': paper('Words.', { item: 'B1', published: '2022-01-11' }) },
      [],
      [],
    ],
    [
      'publishes what is to be published today',
      { agenda: agenda(), 'b1-a': paper('Words.', { item: 'B1', published: '2022-01-10' }) },
      ['b1-a'],
      [],
    ],
    [
      'publishes what has an unrecorded day',
      { agenda: agenda(), 'b1-a': paper('Words.', { item: 'B1', published: 'not-recorded' }) },
      ['b1-a'],
      [],
    ],
    [
      'keeps an appendix to its own flag',
      {
        agenda: agenda(),
        'b1-a': paper('Words.', { item: 'B1' }),
        'b1-appendix-1-x': paper('Words.', { item: 'B1', ...restricted }),
      },
      ['b1-a'],
      [],
    ],
    [
      'withholds everything of a restricted agenda',
      { agenda: agenda('', restricted), 'b1-a': paper('Words.', { item: 'B1' }) },
      [],
      ['b1-a:agenda-restricted'],
    ],
    [
      'withholds everything of an agenda that comes later, without a problem',
      {
        agenda: agenda('', { published: '2022-02-01' }),
        'b1-a': paper('Words.', { item: 'B1' }),
        minutes: paper('### B1 Lights'),
      },
      [],
      [],
    ],
    ['publishes a report without an item where no agenda is held', { a: paper('Words.') }, ['a'], []],
    [
      'publishes by an open letter where no agenda is held',
      { 'b1-a': paper('Words.', { item: 'B1' }) },
      ['b1-a'],
      [],
    ],
    [
      'refuses a restricted letter where no agenda is held',
      { 'd1-a': paper('Words.', { item: 'D1' }) },
      [],
      ['d1-a:restricted-part-flag'],
    ],
    [
      'opened on the agenda alone opens no report',
      { agenda: agenda('- Opened: 2021-11-18, minute 4'), 'd1-a': paper('Words.', { item: 'D1' }) },
      [],
      ['d1-a:restricted-part-flag'],
    ],
    [
      'opened on the report alone opens it not',
      { agenda: agenda(), 'd1-a': paper('Words.', { item: 'D1', opened: '2021-11-18' }) },
      [],
      ['d1-a:restricted-part-flag'],
    ],
    [
      'opened on both opens it',
      {
        agenda: agenda('- Opened: 2021-11-18, minute 4'),
        'd1-a': paper('Words.', { item: 'D1', opened: '18 November 2021' }),
      },
      ['d1-a'],
      [],
    ],
    [
      'opened on two days opens nothing',
      {
        agenda: agenda('- Opened: 2021-11-19, minute 4'),
        'd1-a': paper('Words.', { item: 'D1', opened: '2021-11-18' }),
      },
      [],
      ['d1-a:restricted-part-flag'],
    ],
    [
      'opened on a day to come opens nothing yet',
      {
        agenda: agenda('- Opened: 2022-02-01, minute 4'),
        'd1-a': paper('Words.', { item: 'D1', opened: '2022-02-01' }),
      },
      [],
      ['d1-a:restricted-part-flag'],
    ],
    [
      'opened without a day opens nothing',
      { agenda: agenda('- Opened: no'), 'd1-a': paper('Words.', { item: 'D1', opened: '2021-11-18' }) },
      [],
      ['agenda:opened-line', 'd1-a:restricted-part-flag'],
    ],
    [
      'opened with the title withheld is refused',
      { agenda: agenda('- Opened: 2021-11-18, minute 4\n- Title withheld') },
      [],
      ['agenda:opened-title-withheld'],
    ],
    [
      'opened in an open part is refused',
      {
        agenda: agenda().replace('### B1 Lights', '### B1 Lights\n\n- Opened: 2021-11-18'),
        'b1-a': paper('Words.', { item: 'B1', opened: '2021-11-18' }),
      },
      ['b1-a'],
      ['agenda:opened-needlessly', 'b1-a:opened-needlessly'],
    ],
    [
      'opened with a true flag is refused',
      {
        agenda: agenda('- Opened: 2021-11-18'),
        'd1-a': paper('Words.', { item: 'D1', opened: '2021-11-18', ...restricted }),
      },
      [],
      ['d1-a:opened-and-restricted'],
    ],
    [
      'opened without an agenda opens nothing',
      { 'd1-a': paper('Words.', { item: 'D1', opened: '2021-11-18' }) },
      [],
      ['d1-a:restricted-part-flag'],
    ],
    [
      'refuses the title of a restricted item under the number of an open one',
      { agenda: agenda(), 'b1-a': paper('Words.', { item: 'B1', title: 'Berths in Dispute!' }) },
      ['b1-a'],
      ['b1-a:report-title'],
    ],
    [
      'takes the title of another open item for what it is',
      { agenda: agenda(), 'b1-a': paper('Words.', { item: 'B1', title: 'Quay repair' }) },
      ['b1-a'],
      [],
    ],
    [
      'takes the title of its own item though a restricted one has it too',
      {
        agenda: agenda().replace('B1 Lights', 'B1 Berths in dispute'),
        'b1-a': paper('Words.', { item: 'B1', title: 'Berths in dispute' }),
      },
      ['b1-a'],
      [],
    ],
    [
      'withholds a report whose item the minutes have under a restricted heading',
      {
        'harbour-board/index.md': '---\ntitle: Harbour Board\nrestricted_parts: none\nrules: adopted\n---\n',
        'd1-a': paper('Words.', { item: 'D1' }),
        minutes: paper('## D - RESTRICTED ITEMS\n\n### D1 Berths'),
      },
      [],
      ['d1-a:restricted-part-flag'],
    ],
  ];
  it.each(rows)('%s', (_, files, reports, codes) => {
    expect(outcome(files)).toEqual({ reports, codes });
  });

  it('withholds a report that names no item, or an unknown one, of an agenda', () => {
    const files = { agenda: agenda(), a: paper('Words.'), 'b7-a': paper('Words.', { item: 'B7' }) };
    expect(outcome(files, { mayBeInvalid: true })).toEqual({
      reports: [],
      codes: ['a:item-missing', 'b7-a:item-not-on-agenda'],
    });
  });
});

describe('a part is restricted by its letter or by a word of its heading', () => {
  const files = (heading: string, code: string): Files => ({
    'harbour-board/index.md': '---\ntitle: Harbour Board\nrestricted_parts: E\nrules: adopted\n---\n',
    agenda: paper(`${heading}\n\n### ${code} Berths in dispute`),
  });
  it.each([
    ['## E. Others', 'E1', 'withheld'],
    ['## E. Others', '7', 'withheld'],
    ['## D. Restricted items', 'D1', 'withheld'],
    ['## Exempt business', '7', 'withheld'],
    ['## D – CONFIDENTIAL', 'D1', 'withheld'],
    ['## Matters in private', '7', 'withheld'],
    ['## Others', 'E1', 'withheld'],
    ['## D. Unrestricted items', 'D1', 'open'],
    ['## D. Others', 'D1', 'open'],
  ])('%s with %s is %s', (heading, code, access) => {
    const { meeting } = withholdFiles(files(heading, code));
    expect(meeting?.agenda?.parts[0]?.items[0]?.access).toBe(access);
  });
});

describe('supplements', () => {
  const supplement = (markdown: string, fields = {}): string => paper(markdown, fields);
  it('withholds an item that a supplement adds below no heading, by the letter of a part restricted by its heading', () => {
    const { meeting, codes } = withholdFiles({
      'harbour-board/index.md': '---\ntitle: Harbour Board\nrestricted_parts: none\nrules: adopted\n---\n',
      agenda: paper('## B. Matters\n\n### B1 Lights\n\n## D. Exempt items\n\n### D1 Berths'),
      'supplement-1': supplement('### D2 Lease of the quay'),
      'd2-a': paper('Words.', { item: 'D2' }),
    });
    expect(meeting?.agenda?.parts[1]?.items.map((item) => item.access)).toEqual(['withheld', 'withheld']);
    expect(codes).toEqual(['d2-a:restricted-part-flag']);
  });

  const added = (agendaParts: string, item: string, restrictedParts = 'none') => {
    const { meeting, codes } = withholdFiles({
      'harbour-board/index.md': `---\ntitle: Harbour Board\nrestricted_parts: ${restrictedParts}\nrules: adopted\n---\n`,
      agenda: paper(agendaParts),
      'supplement-1': paper(`### ${item} Lease of the quay`),
    });
    const items = meeting!.agenda!.parts.flatMap((part) => part.items);
    return [items.find((each) => each.code === item)!.access, ...codes];
  };
  it.each([
    [
      'of a letter that only a restricted part has',
      '## Matters\n\n### B1 Lights\n\n## Exempt items\n\n### D1 Berths',
      'D2',
      ['withheld'],
    ],
    [
      'of a letter that only an open part has',
      '## Matters\n\n### B1 Lights\n\n## Exempt items\n\n### D1 Berths',
      'B2',
      ['open'],
    ],
    [
      'of the letter of an open part’s heading',
      '## B. Matters\n\n### B1 Lights\n\n## D. Exempt items',
      'B2',
      ['open'],
    ],
    [
      'of a letter that both have',
      '## Matters\n\n### D9 Lights\n\n## Exempt items\n\n### D1 Berths',
      'D2',
      ['withheld', 'supplement-1:supplement-item-part'],
    ],
    [
      'of a letter that none has',
      '## B. Matters\n\n### B1 Lights\n\n## D. Exempt items',
      'C1',
      ['withheld', 'supplement-1:supplement-item-part'],
    ],
    [
      'of no letter',
      '## Matters\n\n### 1 Lights\n\n## Exempt items\n\n### 2 Berths',
      '3',
      ['withheld', 'supplement-1:supplement-item-part'],
    ],
    [
      'of no letter, where no part is restricted',
      '## Matters\n\n### 1 Lights\n\n## Others\n\n### 2 Berths',
      '3',
      ['open'],
    ],
    [
      'of no letter, that the agenda has',
      '## Matters\n\n### 1 Lights\n\n## Exempt items\n\n### 2 Berths',
      '1',
      ['open'],
    ],
  ])('add an item below no heading %s', (_, parts, item, expected) => {
    expect(added(parts, item)).toEqual(expected);
  });

  it('withholds by a supplement’s part where no agenda is held', () => {
    const { meeting, codes } = withholdFiles({
      'supplement-1': supplement('## Exempt items\n\n### E1 Lease'),
      'e1-a': paper('Words.', { item: 'E1' }),
    });
    expect(meeting?.reports).toEqual([]);
    expect(codes).toEqual(['e1-a:restricted-part-flag']);
  });

  it('lends nothing of a withheld one: neither an item nor that one was opened', () => {
    const { meeting, codes, shown } = withholdFiles({
      agenda: agenda(),
      'supplement-1': supplement(
        '## B. Matters\n\n### B9 Storm\n\n## D. Others\n\n### D1 Berths in dispute\n\n- Opened: 2021-11-18',
        restricted,
      ),
      'b9-a': paper('Words.', { item: 'B9' }),
    });
    expect(codes).toEqual(['b9-a:item-withheld']);
    expect(meeting?.agenda?.parts[1]?.items[0]?.access).toBe('withheld');
    expect(shown).not.toContain('Storm');
  });

  it('leaves an item restricted that the agenda has in a restricted part', () => {
    const { meeting, codes } = withholdFiles({
      agenda: paper('## Exempt\n\n### 7 Berths'),
      'supplement-1': paper('## Matters\n\n### 7 Berths'),
      '7-a': paper('Words.', { item: '7' }),
    });
    expect(codes).toEqual(['7-a:restricted-part-flag']);
    expect(meeting?.agenda?.parts[0]?.items[0]?.access).toBe('withheld');
  });

  it('refuses a withheld one that puts an open item into a restricted part', () => {
    const { codes } = withholdFiles({
      agenda: agenda(),
      'supplement-1': supplement('## Exempt\n\n### B1 Lights', restricted),
    });
    expect(codes).toEqual(['supplement-1:item-in-two-parts']);
  });

  it('withholds an item that any public agenda or supplement has in a restricted part', () => {
    const { meeting } = withholdFiles({
      agenda: agenda(),
      'supplement-1': supplement('## Exempt\n\n### B1 Lights'),
    });
    expect(meeting?.agenda?.parts[0]?.items.map((item) => item.access)).toEqual(['withheld', 'open']);
  });
});
