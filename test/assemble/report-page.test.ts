import { describe, expect, it } from 'vitest';
import { paper, withholdFiles, type Files } from '../withhold/withhold-files.ts';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const report = new ParsedPage(renderPage(pageAt(plan, '/harbour-board/2021-11-18/b2-quay-repair/')));
const text = textOfNode(report.named('main')[0]!);

function hrefOf(words: string): string | undefined {
  const link = report.named('a').find((each) => textOfNode(each) === words);
  return link === undefined ? undefined : attributeOf(link, 'href');
}

describe('the page of a report', () => {
  it("shows its own title, and the agenda's where that is another", () => {
    expect(text).toMatch(
      /^Harbour Board, Thursday 18 November 2021, item B2 Repair of the quay & crane On the agenda as: Quay/,
    );
  });

  it('shows author, addressee, classification and summary as the paper prints them', () => {
    expect(text).toContain('By Ida Rope - Engineer Tom Knot - Surveyor');
    expect(text).toContain('To Harbour Board Classification For Decision Summary The quay needs repair.');
  });

  it('sets what was recommended beside what was decided, each with the way to it', () => {
    expect(text).toContain(
      'What was recommended 4.1 The Board is asked to agree the repair. From 4. Recommendations What was decided Decision on B2 Quay Agreed RESOLVED that the repair be agreed. Notes of item B2',
    );
    expect(hrefOf('4. Recommendations')).toBe('#4-recommendations');
    expect(hrefOf('Decision on B2 Quay')).toBe('/meetings/harbour-board/2021-11-18/minutes/#b2-resolution-1');
  });

  it('lists its contents when there are more than three headings', () => {
    expect(text).toContain('Contents 1. Background 2. Options Main content 4. Recommendations');
    const short = textOfNode(
      new ParsedPage(renderPage(pageAt(plan, '/harbour-board/2021-11-18/b2-appendix-1-costs/'))).named(
        'main',
      )[0]!,
    );
    expect(short).not.toContain('Contents');
  });

  it('gives paragraph 2.1 the anchor para-2-1, and escapes what is typed', () => {
    expect(report.textAt('para-2-1')).toBe('2.1 There are two.');
    expect(text).toContain('The quay is 5 < 6 & old.');
  });

  it('leads from its links to the pages of papers, and from one to a withheld paper to the meeting', () => {
    expect(hrefOf('July')).toBe('/meetings/harbour-board/2021-07-13/minutes/#b1');
    expect(hrefOf('the appendix')).toBe('/meetings/harbour-board/2021-11-18/b2-appendix-1-costs/');
    expect(hrefOf('a withheld one')).toBe('/meetings/harbour-board/2021-11-18/');
  });

  it('lists background papers, attachments with kind and size, contacts and the other papers of the item', () => {
    expect(text).toContain(
      'Background papers Survey of 2020 Attachments Survey PDF, 3 pages, 2 KB Contact Ida Rope 01234 1 ida@example.org www.example.org Other papers of this item Costs',
    );
    expect(hrefOf('Survey')).toBe('/meetings/harbour-board/2021-11-18/files/survey.pdf');
  });

  it('says how to cite it', () => {
    expect(text).toContain(
      'Harbour Board, 18 November 2021, item B2: Repair of the quay & crane, https://papers.example.org/meetings/harbour-board/2021-11-18/b2-quay-repair/',
    );
  });
});

describe('a report of which no decision can be read', () => {
  const shown = (files: Files, date: string): string => {
    const { publication } = withholdFiles(
      { agenda: paper('### B1 Lights'), 'b1-lights': paper('Words.', { item: 'B1' }), ...files },
      { date },
    );
    const page = pageAt(assembleExample(publication, []), '/harbour-board/2021-11-18/b1-lights/');
    return textOfNode(new ParsedPage(renderPage(page)).named('main')[0]!);
  };
  const minutes = (markdown: string): Files => ({ minutes: paper(markdown) });
  it.each([
    ['is to come', {}, '2021-11-18', 'What happens next To be considered on 18 November 2021.'],
    [
      'has no minutes yet',
      {},
      '2021-12-01',
      'What was decided The minutes of this meeting are not yet published.',
    ],
    [
      'was cancelled',
      { agenda: paper('### B1 Lights', { status: 'cancelled' }) },
      '2021-12-01',
      'What was decided This meeting was cancelled.',
    ],
    [
      'decided nothing on it',
      minutes('### B1 Lights\n\nThey are lit.'),
      '2021-12-01',
      'What was decided The minutes record no decision on this item. Minute of item B1',
    ],
    [
      'did not come to it',
      minutes('### B2 Quay\n\nIt stands.'),
      '2021-12-01',
      'What was decided The minutes of this meeting do not mention item B1.',
    ],
    [
      'decided',
      minutes('### B1 Lights\n\nRESOLVED that they be lit.'),
      '2021-12-01',
      'What was decided Decision on B1 Lights RESOLVED that they be lit.',
    ],
  ])('says so where its meeting %s', (_, files, date, words) => {
    expect(shown(files, date)).toContain(words);
  });

  it('says nothing of a minute that is withheld', () => {
    const agenda = paper('## D. Others\n\n### D1 Berths\n\n- Opened: 2021-11-18, minute 4');
    const { publication } = withholdFiles({
      agenda,
      'd1-berths': paper('Words.', { item: 'D1', opened: '2021-11-18' }),
      minutes: paper('### D1 Berths\n\nRESOLVED that Smith leave.'),
    });
    const page = pageAt(assembleExample(publication, []), '/harbour-board/2021-11-18/d1-berths/');
    expect(renderPage(page)).not.toContain('What was decided');
  });

  it('says it of the report, and not of its appendix', () => {
    expect(renderPage(pageAt(plan, '/harbour-board/2021-11-18/b2-appendix-1-costs/'))).not.toContain(
      'What was decided',
    );
  });
});
