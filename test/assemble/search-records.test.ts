import { describe, expect, it } from 'vitest';
import { recordHtml } from '../../src/assemble/record-html.ts';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const papers = plan.searchRecords.flatMap((record) =>
  record.kind === 'paper' ? [{ ...record, parsed: new ParsedPage(record.html) }] : [],
);
const resolutions = plan.searchRecords.flatMap((record) => (record.kind === 'resolution' ? [record] : []));

describe('search records', () => {
  it('hold every paper once, then every resolution, in a fixed order', () => {
    expect(plan.searchRecords.map((record) => record.address)).toEqual([
      '/harbour-board/2022-03-24/',
      '/harbour-board/2021-11-18/',
      '/harbour-board/2021-11-18/b2-quay-repair/',
      '/harbour-board/2021-11-18/b2-appendix-1-costs/',
      '/harbour-board/2021-11-18/tide-tables/',
      '/harbour-board/2021-11-18/minutes/',
      '/harbour-board/2021-07-13/b1-dredging/',
      '/harbour-board/2021-07-13/minutes/',
      '/town-council/2020-01-02-2/',
      '/harbour-board/2021-11-18/minutes/#b2-resolution-1',
      '/harbour-board/2021-07-13/minutes/#b1-resolution-1',
      '/harbour-board/2021-07-13/minutes/#b1-resolution-2',
      '/harbour-board/2021-07-13/minutes/#d2-resolution-1',
    ]);
  });

  it.each(papers)('lead to ids that are on the page $address', ({ address, parsed }) => {
    const ids = new Set(new ParsedPage(renderPage(pageAt(plan, address))).values('id'));
    const own = parsed.values('id');
    // Where a decision ends is marked, for the search page alone; it leads nowhere.
    expect(
      own.filter((id) => !ids.has(id) && !/-(?:resolution|recommendation|action)-\d+-end$/.test(id)),
    ).toEqual([]);
    expect(own).toEqual([...new Set(own)]);
    expect(parsed.named('h1')).toHaveLength(1);
  });

  it('give each paper its filters, and the day that it can be found by', () => {
    const report = papers.find((record) => record.address.endsWith('/b2-quay-repair/'))!.parsed;
    const values = report
      .named('span')
      .map((span) => [attributeOf(span, 'data-pagefind-filter'), attributeOf(span, 'data-value')]);
    expect(values.filter(([name]) => name !== undefined)).toEqual([
      ['body[data-value]', 'Harbour Board'],
      ['type[data-value]', 'report'],
      ['year[data-value]', '2021'],
      ['date[data-value]', '2021-11-18'],
      ['item[data-value]', 'B2'],
    ]);
  });

  it('name the items and the numbers that minutes are cited by', () => {
    const minutes = papers.find((record) => record.address === '/harbour-board/2021-07-13/minutes/')!.parsed;
    const valuesOf = (name: string) =>
      minutes
        .named('span')
        .filter((span) => attributeOf(span, 'data-pagefind-filter') === `${name}[data-value]`)
        .map((span) => attributeOf(span, 'data-value'));
    expect(valuesOf('item')).toEqual(['A1', 'B1', 'D1', 'D2']);
    expect(valuesOf('minute')).toEqual(['27', '28']);
  });

  it('say what the body calls its minutes', () => {
    const minutes = papers.find((record) => record.address === '/harbour-board/2021-07-13/minutes/')!.parsed;
    const metas = minutes
      .named('span')
      .map((span) => [attributeOf(span, 'data-pagefind-meta'), attributeOf(span, 'data-value')]);
    expect(metas).toContainEqual(['type[data-value]', 'notes']);
  });

  it('part the head cells of a table, and lead from no footnote back', () => {
    const html =
      '<table><tr><th>Project</th><th><b>Cost.</b></th><th></th></tr></table><p>Note <a href="#fnref1" class="footnote-backref">↩︎</a></p>';
    expect(recordHtml(html)).toBe(
      '<table><tr><th>Project. </th><th><b>Cost.</b> </th><th> </th></tr></table><p>Note </p>',
    );
  });

  it('hold the words of the paper and not what stands around it', () => {
    const report = textOfNode(
      papers.find((record) => record.address.endsWith('/b2-quay-repair/'))!.parsed.named('main')[0]!,
    );
    expect(report).toContain('The Board is asked to agree the repair.');
    expect(report).not.toContain('What was decided');
  });

  it('hold a resolution with its item, so that "be noted" is found by what was noted', () => {
    expect(resolutions[1]).toEqual({
      kind: 'resolution',
      address: '/harbour-board/2021-07-13/minutes/#b1-resolution-1',
      content: 'Dredging. RESOLVED to: a) note the dredging report; b) agree the timetable.',
      language: 'en-GB',
      meta: {
        title: 'Resolution: Dredging',
        body: 'Harbour Board',
        date: '13 July 2021',
        item: 'B1',
        text: 'RESOLVED to: a) note the dredging report; b) agree the timetable.',
        url: '/meetings/harbour-board/2021-07-13/minutes/#b1-resolution-1',
      },
      filters: {
        body: ['Harbour Board'],
        type: ['resolution'],
        year: ['2021'],
        date: ['2021-07-13'],
        item: ['B1'],
        minute: ['28'],
        resolution: ['1'],
        outcome: ['noted', 'agreed'],
      },
      sort: { date: '2021-07-13' },
    });
  });
});
