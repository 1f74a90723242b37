import { describe, expect, it } from 'vitest';
import { paper, withholdFiles, type Files } from '../withhold/withhold-files.ts';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

/** The pages of the one meeting of these papers, by what follows its address. */
function siteOf(files: Files) {
  const { publication, codes } = withholdFiles(files);
  expect(codes).toEqual([]);
  const plan = assembleExample(publication, []);
  const page = (rest: string): ParsedPage =>
    new ParsedPage(renderPage(pageAt(plan, `/harbour-board/2021-11-18/${rest}`)));
  const main = (rest: string): string => textOfNode(page(rest).named('main')[0]!);
  return { plan, page, main };
}

const corrected: Files = {
  agenda: paper('### B1 Lights\n\n### B2 Quay', { published: '2021-11-01' }),
  'b1-lights': paper('1.1 The lamps are blue.', { title: 'Lamps', item: 'B1', published: '2021-11-01' }),
  'b1-lights-corrected': paper('1.1 The lamps are green.', {
    title: 'Lamps',
    item: 'B1',
    published: '2021-11-15',
    replaces: 'b1-lights.md',
  }),
};

describe('a report that replaces another', () => {
  const { plan, page, main } = siteOf(corrected);

  it('is named on the page of the one that it replaces, with the day', () => {
    expect(main('b1-lights/')).toContain(
      'This report was replaced on 15 November 2021. Read instead: Lamps.',
    );
    const link = page('b1-lights/')
      .named('a')
      .find((each) => attributeOf(each, 'href')?.endsWith('/b1-lights-corrected/'));
    expect(textOfNode(link!)).toBe('Lamps');
  });

  it('says on its own page what it replaces', () => {
    expect(main('b1-lights-corrected/')).toContain('Replaces the earlier report, Lamps');
    expect(main('b1-lights-corrected/')).not.toContain('was replaced');
  });

  it.each(['', 'pack/'])('stands in its place on the page …/%s, which names it once', (rest) => {
    expect(main(rest)).toContain('Replaces the earlier report, Lamps');
    const links = page(rest)
      .named('a')
      .filter((each) => attributeOf(each, 'href')?.endsWith('/b1-lights/'));
    expect(links.every((link) => textOfNode(link) === 'the earlier report, Lamps')).toBe(true);
    expect(main(rest)).not.toContain('blue');
    expect(main(rest)).not.toContain('Other papers of this meeting');
  });

  it('comes before it in the search', () => {
    const reports = plan.searchRecords.filter(({ address }) => address.includes('b1-lights'));
    expect(reports.map(({ address }) => address.split('/').at(-2))).toEqual([
      'b1-lights-corrected',
      'b1-lights',
    ]);
    expect(
      reports.map(
        (record) => record.kind === 'paper' && record.html.includes('data-pagefind-meta="replaced'),
      ),
    ).toEqual([false, true]);
  });

  it('is told in lists of papers as well', () => {
    expect(main('b1-lights-corrected/')).toContain('Lamps Report, 5 words, replaced on 15 November 2021');
  });

  it('may be brought by a supplement, which says so', () => {
    const site = siteOf({
      agenda: paper('### B1 Lights'),
      'supplement-1': paper('### B1 Lights\n\n- Paper: b1-new.md\n- Replaces: b1-old.md', {
        published: '2021-11-15',
      }),
      'b1-new': paper('Green.', { title: 'New lamps', item: 'B1' }),
      'b1-old': paper('Blue.', { title: 'Old lamps', item: 'B1' }),
    });
    expect(site.main('')).toContain(
      'B1 Lights New lamps Report, 1 word, added on 15 November 2021 by Supplement 1 Replaces the earlier report, Old lamps',
    );
    expect(site.main('b1-old/')).toContain(
      'This report was replaced on 15 November 2021. Read instead: New lamps.',
    );
  });

  it('stands in the place of every report before it', () => {
    const site = siteOf({
      agenda: paper('### B1 Lights'),
      'b1-a': paper('Blue.', { title: 'First', item: 'B1' }),
      'b1-b': paper('Green.', { title: 'Second', item: 'B1', replaces: 'b1-a.md' }),
      'b1-c': paper('Red.', { title: 'Third', item: 'B1', replaces: 'b1-b.md' }),
    });
    expect(site.main('')).toContain(
      'B1 Lights Third Report, 1 word Replaces the earlier report, Second; the earlier report, First',
    );
    expect(site.main('b1-a/')).toContain('This report was replaced. Read instead: Second.');
  });

  it('is named where no agenda is held', () => {
    const site = siteOf({
      lights: paper('Blue.', { title: 'First' }),
      'lights-corrected': paper('Green.', { title: 'Second', replaces: 'lights.md' }),
    });
    expect(site.main('')).toContain('Papers Second Report, 1 word Replaces the earlier report, First');
  });
});

describe('a supplement', () => {
  const files: Files = {
    agenda: paper(
      '## B. Matters\n\n### B1 Lights\n\n- Paper: b1-lamps.md\n\n## D. Others\n\n### D1 Case Smith\n\n- Title withheld',
      { published: '2021-11-01' },
    ),
    'supplement-1': paper(
      'Two late papers.\n\n## B. Matters\n\n### B1 Lights\n\n- Paper: b1-late.md\n- Lead: Mr Gull\n\nThe lamps came late.\n\n### B2 Storm\n\nIt blew.\n\n## D. Others\n\n### D1 Case Smith',
      { title: 'Supplementary agenda', published: '2021-11-15' },
    ),
    'b1-lamps': paper('Blue.', { title: 'Lamps', item: 'B1', published: '2021-11-01' }),
    'b1-late': paper('Green.', { title: 'Late lamps', item: 'B1', published: '2021-11-15' }),
    'b2-storm': paper('Wind.', { title: 'Storm damage', item: 'B2' }),
  };
  const { page, main } = siteOf(files);

  it('is named at the paper that it brings to an item, and not at the item or its other papers', () => {
    expect(main('')).toContain(
      'B1 Lights Lamps Report, 1 word Late lamps Report, 1 word, added on 15 November 2021 by Supplement 1 B2 Storm',
    );
  });

  it('is named at the item that it brings', () => {
    expect(main('')).toContain(
      'B2 Storm Added on 15 November 2021 by Supplement 1 It blew. Storm damage Report, 1 word',
    );
  });

  it('lists the items and papers that it brings, and what it says of items that were there', () => {
    expect(main('')).toContain(
      'Added after the agenda Supplement 1: Supplementary agenda Published 15 November 2021 Two late papers. ' +
        'B1 Lights The lamps came late. Led by: Mr Gull Late lamps Report, 1 word, added 15 November 2021, after the agenda ' +
        'B2 Storm New item Storm damage Report, 1 word',
    );
    expect(main('')).not.toMatch(/Paper: b1-late.md|Smith/);
    const link = page('')
      .named('a')
      .find((each) => textOfNode(each) === 'B1 Lights');
    expect(attributeOf(link!, 'href')).toBe('#b1');
  });

  it('is named in the pack at each paper that it brought', () => {
    const captions = page('pack/')
      .named('article')
      .filter((each) => attributeOf(each, 'class')?.includes('pack-paper'))
      .map((each) => textOfNode(each).replace(/ Back to.*$/, ''));
    expect(captions).toEqual([
      'Item B1, Report Lamps',
      'Item B1, Report, added on 15 November 2021 by Supplement 1 Late lamps',
      'Item B2, Report, added on 15 November 2021 by Supplement 1 Storm damage',
    ]);
    const link = page('pack/')
      .named('a')
      .findLast((each) => textOfNode(each) === 'Late lamps' && attributeOf(each, 'href') === '#b1-late');
    expect(link).toBeDefined();
  });

  it('that was tabled says so', () => {
    const tabled = siteOf({
      agenda: paper('### B1 Lights'),
      'supplement-1': paper('### B1 Lights\n\n- Paper: presentation\n\n### B2 Storm', { kind: 'tabled' }),
    });
    expect(tabled.main('')).toContain(
      'B1 Lights Presentation at the meeting, tabled at the meeting B2 Storm Tabled at the meeting',
    );
    expect(tabled.main('')).toContain('Supplement 1: A title Tabled at the meeting B1 Lights');
  });

  it('brings the papers of its day, where its lines name none', () => {
    const site = siteOf({
      ...files,
      'supplement-1': paper('## B. Matters\n\n### B1 Lights\n\n### B2 Storm', { published: '2021-11-15' }),
    });
    expect(site.main('')).toContain(
      'B1 Lights Lamps Report, 1 word Late lamps Report, 1 word, added on 15 November 2021 by Supplement 1',
    );
  });

  it('is shown whole where no agenda is held', () => {
    const site = siteOf({ 'supplement-1': paper('### B1 Lights\n\n- Paper: verbal\n\nIt is dark.') });
    expect(site.main('')).toContain(
      'Supplement 1: A title B1 Lights It is dark. Verbal report: there is no paper',
    );
  });
});
