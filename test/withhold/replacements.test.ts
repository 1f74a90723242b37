import { describe, expect, it } from 'vitest';
import { paper, withholdFiles } from './withhold-files.ts';

const agenda = paper('### B1 Lights');
const report = (fields: { readonly [field: string]: string } = {}): string =>
  paper('Words.', { item: 'B1', ...fields });

describe('a report that replaces another', () => {
  it('is said of both, with the day of the newer one', () => {
    const { meeting, codes } = withholdFiles({
      agenda,
      'b1-old': report(),
      'b1-new': report({ replaces: 'b1-old', published: '2021-11-15' }),
    });
    expect(codes).toEqual([]);
    const by = [{ kind: 'paper', meeting: '2021-11-18', name: 'b1-new' }];
    expect(meeting?.reports).toMatchObject([
      { name: 'b1-new', replaces: ['b1-old'] },
      { name: 'b1-old', replacedBy: { papers: by, date: '2021-11-15' } },
    ]);
    expect(meeting?.agenda?.parts[0]?.items).toMatchObject([{ papers: by }]);
  });

  it('takes its place in an item that it does not name itself', () => {
    const { meeting } = withholdFiles({
      agenda: paper('### B1 Lights\n\n### B2 Quay'),
      'b1-old': report(),
      'b2-new': report({ item: 'B2', replaces: 'b1-old' }),
    });
    const by = [{ kind: 'paper', meeting: '2021-11-18', name: 'b2-new' }];
    expect(meeting?.agenda?.parts[0]?.items).toMatchObject([{ papers: by }, { papers: by }]);
  });

  it('names no day where none is recorded', () => {
    const { meeting } = withholdFiles({
      agenda,
      'b1-old': report(),
      'b1-new': report({ replaces: 'b1-old', published: 'not-recorded' }),
    });
    expect(meeting?.reports[1]?.replacedBy).not.toHaveProperty('date');
  });

  it('is told once, where a supplement and the report itself say it', () => {
    const { meeting } = withholdFiles({
      agenda,
      'supplement-1': paper('### B1 Lights\n\n- Paper: b1-new.md\n- Replaces: b1-old.md'),
      'b1-old': report(),
      'b1-new': report({ replaces: 'b1-old' }),
    });
    expect(meeting?.reports[0]?.replaces).toEqual(['b1-old']);
    expect(meeting?.reports[1]?.replacedBy?.papers).toHaveLength(1);
  });

  it.each([
    ['withheld', { restricted: 'true' }],
    ['to come', { published: '2022-02-01' }],
  ])('says nothing while it is %s', (_, fields) => {
    const { meeting, shown, codes } = withholdFiles({
      agenda,
      'b1-old': report(),
      'b1-new': report({ replaces: 'b1-old', ...fields }),
    });
    expect(codes).toEqual([]);
    expect(meeting?.reports).toHaveLength(1);
    expect(shown).not.toMatch(/b1-new|replacedBy/);
  });

  it.each([
    ['a withheld report', { 'b1-old': report({ restricted: 'true' }) }, 'b1-old', 'replaces-not-public'],
    ['none that there is', {}, 'b1-old.md', 'replaces-not-public'],
    ['itself', {}, 'b1-new', 'replaces-circle'],
    ['one that replaces it', { 'b1-old': report({ replaces: 'b1-new' }) }, 'b1-old', 'replaces-circle'],
  ])('is refused when it names %s', (_, others, replaces, code) => {
    const { codes, shown } = withholdFiles({ agenda, ...others, 'b1-new': report({ replaces }) });
    expect(codes.map((each) => each.split(':')[1])).toEqual([code]);
    if (code === 'replaces-not-public') expect(shown).not.toContain('b1-old');
  });

  it('is refused when a supplement does not say which it is', () => {
    const { codes } = withholdFiles({
      agenda,
      'supplement-1': paper('### B1 Lights\n\n- Replaces: b1-old.md'),
      'b1-old': report(),
    });
    expect(codes).toEqual(['supplement-1:replaces-by-nothing']);
  });

  it('may say the most of what the other said', () => {
    const words = 'The lamps of the quay are lit at dusk by the keeper. '.repeat(1);
    const long = Array.from({ length: 12 }, (_, index) => `${words}${index}`).join('\n\n');
    const twins = (fields: { readonly [field: string]: string }) =>
      withholdFiles({
        agenda,
        'b1-old': paper(long, { item: 'B1' }),
        'b1-new': paper(`${long}\n\nMore.`, { item: 'B1', ...fields }),
      }).codes;
    expect(twins({})).toEqual(['b1-new:report-twin']);
    expect(twins({ replaces: 'b1-old' })).toEqual([]);
  });

  it('is the report, and not its appendix; an appendix is replaced by any', () => {
    const replacedBy = (replaced: string, papers: string) =>
      withholdFiles({
        agenda: paper('### B1 Lights'),
        'supplement-1': paper(`### B1 Lights\n\n${papers}\n- Replaces: ${replaced}`),
        [replaced.replace('.md', '')]: report(),
        'b1-new': report(),
        'b1-appendix-2-new': report(),
        'files/new.csv': 'a',
        'files/old.csv': 'a',
      }).meeting?.reports.flatMap(
        (each) => each.replacedBy?.papers.map((by) => 'name' in by && by.name) ?? [],
      );
    const both = '- Paper: b1-new.md\n- Paper: b1-appendix-2-new.md';
    expect(replacedBy('b1-old.md', both)).toEqual(['b1-new']);
    expect(replacedBy('b1-appendix-1-old.md', both)).toEqual(['b1-new', 'b1-appendix-2-new']);
    expect(replacedBy('b1-old.md', '- Paper: b1-appendix-2-new.md')).toEqual(['b1-appendix-2-new']);
    expect(replacedBy('b1-old.md', '- Paper: files/new.csv')).toEqual(['new.csv']);
    expect(replacedBy('files/old.csv', '- Paper: b1-new.md')).toEqual([]);
  });
});
