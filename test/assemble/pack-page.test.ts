import { describe, expect, it } from 'vitest';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const pack = new ParsedPage(renderPage(pageAt(plan, '/harbour-board/2021-11-18/pack/')));

describe('the pack', () => {
  it('opens with the front sheet of the paper one', () => {
    const sheet = textOfNode(pack.named('section')[0]!);
    expect(sheet).toContain('Harbour Board, Thursday 18 November 2021');
    expect(sheet).toContain('Time 10am Place Online');
    expect(sheet).toContain('D. RESTRICTED ITEMS Not open to the public D1 Berths in dispute');
    expect(sheet).toContain('Expected to close: 1pm Date of publication: Wednesday 10 November 2021');
  });

  it('holds each public paper once, in the order of the agenda, then those that it does not name', () => {
    const papers = pack
      .named('article')
      .filter((article) => attributeOf(article, 'class')?.includes('pack-paper'));
    const titles = papers.map((paper) => textOfNode(paper).slice(0, 40));
    expect(titles).toHaveLength(4);
    expect(titles[0]).toMatch(/^Item A4, Notes of 13 July 2021 Notes of /);
    expect(titles[1]).toMatch(/^Item B2, Report Repair of the quay/);
    expect(titles[2]).toMatch(/^Item B2, Appendix Costs/);
    expect(titles[3]).toMatch(/^Report Tide tables/);
    for (const paper of papers) expect(textOfNode(paper)).toContain('Back to the front sheet');
  });

  it('leads from the front sheet to papers further down the page', () => {
    const link = pack.named('a').find((each) => textOfNode(each) === 'Repair of the quay & crane');
    expect(attributeOf(link!, 'href')).toBe('#b2-quay-repair');
  });

  it('keeps the paragraphs of two papers apart', () => {
    expect(pack.textAt('b2-quay-repair-para-2-1')).toBe('2.1 There are two.');
    expect(pack.textAt('b2-appendix-1-costs-para-2-1')).toBe('2.1 The costs.');
    const link = pack.named('a').find((each) => textOfNode(each) === 'paragraph 2.1');
    expect(attributeOf(link!, 'href')).toBe('#b2-quay-repair-para-2-1');
  });

  it('names a table by its paper, so that two can be told apart', () => {
    const regions = pack.elements.filter((each) => attributeOf(each, 'role') === 'region');
    expect(regions.map((region) => attributeOf(region, 'aria-label'))).toEqual([
      'Table 1 of Repair of the quay & crane, Item B2',
    ]);
  });

  it('is made where there is an agenda or a report, and not from minutes alone', () => {
    expect(plan.pages.filter((page) => page.template === 'pack').map((page) => page.address)).toEqual([
      '/harbour-board/2022-03-24/pack/',
      '/harbour-board/2021-11-18/pack/',
      '/harbour-board/2021-07-13/pack/',
      '/town-council/2020-01-02-2/pack/',
    ]);
  });
});
