import { describe, expect, it } from 'vitest';
import { paper, withholdFiles } from './withhold-files.ts';
import type { Files } from './withhold-files.ts';

const agenda = paper(
  '## B. Matters\n\n### B1 Lights\n\n### B2 Quay repair\n\n## D. Others\n\n### D1 Berths in dispute\n\n- Not for publication: Names; paragraphs 1, 2\n\n### D2 Lease of the quay',
);
const noParts = '---\ntitle: Harbour Board\nrestricted_parts: none\nrules: adopted\n---\n';

const minutesOf = (markdown: string, files: Files = { agenda }, fields = {}) => {
  // Validation refuses some of these as well; this stage relies on no other.
  const result = withholdFiles({ ...files, minutes: paper(markdown, fields) }, { mayBeInvalid: true });
  const shown = result.meeting?.minutes?.minutes.map(
    (minute) => `${minute.access} ${minute.code ?? '-'} ${minute.title}`,
  );
  return { ...result, minutes: shown };
};

describe('minutes of restricted items', () => {
  it('are withheld with their resolutions, and the items are listed as the agenda has them', () => {
    const { minutes, shown, hidden, codes, withheld } = minutesOf(
      '### B1 Lights\n\nAll is lit.\n\n### D2 Case Smith\n\nSmith spoke.\n\nRESOLVED that Smith be noted.\n\n### B2 Quay\n\nStone.',
    );
    expect(codes).toEqual([]);
    expect(minutes).toEqual([
      'open B1 Lights',
      'open B2 Quay',
      'withheld D1 Berths in dispute',
      'withheld D2 Lease of the quay',
    ]);
    expect(shown).not.toContain('Smith');
    expect(hidden).toContain('RESOLVED that Smith be noted. zqcanary');
    expect(withheld.pieces.reduce((sum, piece) => sum + piece.resolutions, 0)).toBe(1);
  });

  it('publish their public summaries and nothing around them', () => {
    const { meeting, codes, hidden, shown } = minutesOf(
      '### D1 Smith\n\nBefore.\n\n::: public-summary\nBerths were discussed.\n\nRESOLVED that berths be noted.\n:::\n\nBetween.\n\n::: public-summary\nMore.\n:::\n\nAfter.',
    );
    const minute = meeting?.minutes?.minutes[0];
    expect(codes).toEqual([]);
    expect(minute?.text.map((block) => `${block.kind}: ${block.text.markdown}`)).toEqual([
      'text: Berths were discussed.',
      'resolution: RESOLVED that berths be noted.',
      'text: More.',
    ]);
    expect(minute).toMatchObject({ access: 'withheld', grounds: { what: 'Names', paragraphs: '1, 2' } });
    for (const word of ['Smith', 'Before', 'Between', 'After']) {
      expect(shown).not.toContain(word);
      expect(hidden).toContain(word);
    }
  });

  it('are shown as restricted items by their codes where no agenda is held', () => {
    const { minutes, codes } = minutesOf('### B1 Lights\n\n### D1 Case Smith', {});
    expect(codes).toEqual([]);
    expect(minutes).toEqual(['open B1 Lights', 'withheld D1 Restricted item']);
  });

  it('are withheld by a heading over them where no letter tells', () => {
    const { minutes, codes } = minutesOf(
      '### 4. Lights\n\n## EXEMPT ITEMS\n\n### 5. Case Smith\n\n### D1 Smith again',
      { 'harbour-board/index.md': noParts },
    );
    expect(codes).toEqual([]);
    expect(minutes).toEqual(['open - Lights', 'withheld 5 Restricted item', 'withheld D1 Restricted item']);
  });

  it('are open where the agenda and the minutes say that the item was opened', () => {
    const opened = {
      agenda: agenda.replace(
        '### D2 Lease of the quay',
        '### D2 Lease of the quay\n\n- Opened: 2021-11-18, minute 4',
      ),
    };
    const text = '## D - RESTRICTED ITEMS\n\n### D2 Lease of the quay\n\nIt was let.';
    expect(minutesOf(text, opened, { opened: '2021-11-18' })).toMatchObject({
      codes: [],
      minutes: ['withheld D1 Berths in dispute', 'open D2 Lease of the quay'],
    });
    expect(minutesOf(text, opened)).toMatchObject({
      codes: [],
      minutes: ['withheld D1 Berths in dispute', 'withheld D2 Lease of the quay'],
    });
    expect(minutesOf('### B1 Lights', opened).minutes).toEqual([
      'open B1 Lights',
      'withheld D1 Berths in dispute',
      'withheld D2 Lease of the quay',
    ]);
    expect(minutesOf(text, { agenda }, { opened: '2021-11-18' }).codes).toEqual([
      'minutes:opened-needlessly',
    ]);
  });

  it('withhold words under a part’s heading that belong to no item, and their links', () => {
    const { shown, hidden, linked, codes } = minutesOf(
      '### B1 Lights\n\n## D - RESTRICTED ITEMS\n\nThe victim is Smith. See [the map](files/map.csv).\n\n### D1 Smith',
      { agenda, 'files/map.csv': 'a' },
    );
    expect(codes).toEqual([]);
    expect(linked).toEqual([]);
    expect(shown).not.toContain('victim');
    expect(hidden).toContain('victim');
  });

  it('withhold the topics that their front matter gives them', () => {
    const { shown, hidden, codes } = minutesOf(
      '### B1 Lights\n\n### D1 Smith',
      { agenda },
      { topics: '\n  B1: lamps\n  D1: murder' },
    );
    expect(codes).toEqual([]);
    expect(shown).not.toContain('murder');
    expect(hidden).toMatch(/murder zqcanary/);
    expect(hidden).not.toContain('lamps');
  });

  it('withhold words under a last heading that no item follows', () => {
    const { hidden } = minutesOf('### B1 Lights\n\n## D - RESTRICTED ITEMS\n\nThe victim is Smith.');
    expect(hidden).toContain('victim');
  });
});

describe('minutes in which signs disagree are refused', () => {
  const rows: [promise: string, markdown: string, files: Files, codes: string[]][] = [
    ['an item that the agenda lacks', '### B7 Storm', { agenda }, ['minutes:minute-item-unknown']],
    ['no item at all', '### 4. Lights', { agenda }, ['minutes:minute-item-missing']],
    ['no item, of a body with restricted parts', '### 4. Lights', {}, ['minutes:minute-item-missing']],
    ['an item twice', '### B1 Lights\n\n### B1 Lights again', { agenda }, ['minutes:minute-item-twice']],
    [
      'an open item under a restricted heading',
      '## RESTRICTED ITEMS\n\n### B1 Lights',
      { agenda },
      ['minutes:minute-part'],
    ],
    [
      'an open letter under a restricted heading',
      '## RESTRICTED ITEMS\n\n### B1 Lights',
      {},
      ['minutes:minute-part'],
    ],
    [
      'the title of a restricted item under an open number',
      '### B1 Berths in dispute',
      { agenda },
      ['minutes:minute-title'],
    ],
    [
      'a heading that names a restricted item second',
      '### B1 and D1 Lights',
      { agenda },
      ['minutes:minute-two-items'],
    ],
    [
      'a public summary of an open item',
      '### B1 Lights\n\n::: public-summary\nLit.\n:::',
      { agenda },
      ['minutes:summary-of-open-item'],
    ],
    [
      'a public summary before the first item',
      '::: public-summary\nLit.\n:::\n\n### B1 Lights',
      { agenda },
      ['minutes:summary-of-open-item'],
    ],
    ['restricted minutes, in which they do not matter', '### 4. Lights', { agenda, minutes: '' }, []],
  ];
  it.each(rows)('%s', (_, markdown, files, codes) => {
    expect(minutesOf(markdown, files, 'minutes' in files ? { restricted: 'true' } : {}).codes).toEqual(codes);
  });

  it('an item that the agenda lacks, whose minute is withheld meanwhile', () => {
    expect(minutesOf('### B7 Storm').minutes).toContain('withheld B7 Restricted item');
  });

  it('a minute’s number that is the item’s, with another title, once something is restricted', () => {
    const numbers = (last: string): Files => ({
      agenda: paper(`## Matters\n\n### 4 Lights\n\n### 5 Quay repair\n\n${last}`),
    });
    const restricted = numbers('## Exempt\n\n### 6 Berths');
    expect(minutesOf('### 4. Lights!\n\n### 5. Quay repair', restricted)).toMatchObject({
      codes: [],
      minutes: ['open 4 Lights!', 'open 5 Quay repair', 'withheld 6 Berths'],
    });
    expect(minutesOf('### 4. Case Smith', restricted).codes).toEqual(['minutes:minute-number-title']);
    expect(minutesOf('### 4. Case Smith', numbers('')).codes).toEqual([]);
  });
});

describe('what minutes show', () => {
  it('is every field, every decision and part, and text between them', () => {
    const { meeting, codes } = minutesOf(
      'Quorate.\n\n### 31. Lights (Item B1)\n\nBefore.\n\nRESOLVED to:\n\nA. note the lamps;\n\nB. agree the *mast*\n   and its flag.\n\nBetween.\n\n- RESOLVED that a lamp be lit.\n\nACTION: Ms Anchor to write (by 1 May 2022)',
      { agenda },
      {
        time: '10.00',
        venue: 'Hall',
        chair: 'Ms Anchor',
        present: '[Ms Anchor, Mr Gull]',
        apologies: 'not-recorded',
        status: 'approved',
        approved: '{ meeting: 2022-01-01, minute: "4" }',
        amendments: 'None',
        language: 'en-GB',
        published: '2021-12-01',
      },
    );
    expect(codes).toEqual([]);
    expect(meeting?.minutes).toMatchObject({
      chair: 'Ms Anchor',
      present: ['Ms Anchor', 'Mr Gull'],
      apologies: 'not-recorded',
      status: 'approved',
      approved: { meeting: '2022-01-01', minute: '4' },
    });
    const [first] = meeting!.minutes!.minutes;
    expect(first).toMatchObject({ code: 'B1', number: '31' });
    expect(
      first!.text.map((block) =>
        block.kind === 'text'
          ? block.text.markdown
          : `${block.kind} ${block.order}: ${block.opening.markdown} ${block.parts.map((part) => `${part.mark}=${part.text.markdown}`).join()} ${block.by ?? ''}`,
      ),
    ).toEqual([
      'Before.',
      'resolution 1: RESOLVED to: a=note the lamps;,b=agree the *mast*\nand its flag. ',
      'Between.',
      'resolution 2: - RESOLVED that a lamp be lit.  ',
      'action 1: ACTION: Ms Anchor to write (by 1 May 2022)  2022-05-01',
    ]);
  });

  it('knows the items of an agenda that numbers them, with and without a stop', () => {
    const { meeting, shown, codes } = minutesOf('### 1 Lights\n\nLit.\n\n### 2 Berths\n\nSmith left.', {
      agenda: paper('## Matters\n\n### 1 Lights\n\n## Exempt items\n\n### 2 Berths'),
    });
    expect(codes).toEqual([]);
    expect(meeting?.minutes?.minutes.map(({ access, code }) => `${code} ${access}`)).toEqual([
      '1 open',
      '2 withheld',
    ]);
    expect(shown).not.toContain('Smith');
  });

  it('keeps the marks of parts as the minutes print them, and small ones for addresses', () => {
    const marksOf = (parts: string): readonly string[] | false => {
      const [block] = minutesOf(`### B1 Lights\n\nRESOLVED to:\n\n${parts}`).meeting!.minutes!.minutes[0]!
        .text;
      return block?.kind === 'resolution' && block.parts.map((part) => `${part.mark} ${part.printedMark}`);
    };
    expect(marksOf('A. note the lamps;\n\nB. light them.')).toEqual(['a A.', 'b B.']);
    expect(marksOf('(i) note the lamps;\n\n(II) light them.')).toEqual(['i (i)', 'ii (II)']);
    expect(marksOf('1. note the lamps;\n2. light them.')).toEqual(['1 1.', '2 2.']);
    expect(marksOf('- note the lamps;\n- light them.')).toEqual(['1 1)', '2 2)']);
  });

  it('gives no outcome to what is only recommended, or is for somebody to do', () => {
    const { meeting } = minutesOf(
      '### B1 Lights\n\nRECOMMENDED to the Council that the lamps be approved:\n\nA. approve them.\n\nACTION: Ms Anchor to note the lamps',
    );
    expect(
      meeting!.minutes!.minutes[0]!.text.map(
        (block) =>
          block.kind !== 'text' && [block.kind, block.outcomes, block.parts.map((part) => part.outcomes)],
      ),
    ).toEqual([
      ['recommendation', [], [[]]],
      ['action', [], []],
    ]);
  });

  it('names the outcomes of a resolution, or `other`', () => {
    const { meeting } = minutesOf(
      '### B1 Lights\n\nRESOLVED that the lamps be noted and approved.\n\nRESOLVED that Ms Anchor be thanked.',
    );
    expect(
      meeting!.minutes!.minutes[0]!.text.map((block) => block.kind === 'resolution' && block.outcomes),
    ).toEqual([['noted', 'approved'], ['other']]);
  });
});
