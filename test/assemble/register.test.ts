import { describe, expect, it } from 'vitest';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { examplePublication } from './support/example-publication.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const register = new ParsedPage(renderPage(pageAt(plan, '/resolutions/')));
const entries = (page: ParsedPage): string[] => page.named('article').map(textOfNode);

describe('the register of resolutions', () => {
  it('says with numbers what it covers', () => {
    expect(textOfNode(register.named('main')[0]!)).toContain(
      '4 resolutions of the Harbour Board, from 2 meetings between 13 July 2021 and 18 November 2021.',
    );
  });

  it('shows each resolution with item, day, body, words, outcome and the paper behind it, newest first', () => {
    expect(entries(register)[0]).toMatch(
      /^B2 Quay Thursday 18 November 2021, Harbour Board Resolution on B2 Quay, 18 November 2021 Agreed RESOLVED that the repair be agreed\. Repair of the quay & crane Report/,
    );
    expect(entries(register)).toHaveLength(4);
  });

  it('counts neither recommendations nor actions', () => {
    expect(textOfNode(register.named('main')[0]!)).not.toMatch(/RECOMMENDED|ACTION/);
  });

  it('links each resolution to its place in the minutes', () => {
    const links = register
      .named('a')
      .filter((link) => textOfNode(link).startsWith('Resolution '))
      .map((link) => attributeOf(link, 'href'));
    expect(links).toContain('/meetings/harbour-board/2021-07-13/minutes/#b1-resolution-2');
  });

  it('can be read by year and by body without a script', () => {
    expect(entries(new ParsedPage(renderPage(pageAt(plan, '/resolutions/2021/'))))).toHaveLength(4);
    expect(entries(new ParsedPage(renderPage(pageAt(plan, '/harbour-board/resolutions/'))))).toHaveLength(4);
    const none = new ParsedPage(renderPage(pageAt(plan, '/town-council/resolutions/')));
    expect(textOfNode(none.named('main')[0]!)).toContain('No resolutions are published here yet.');
  });

  it('can be read by year within a body without a script', () => {
    const ofBody = new ParsedPage(renderPage(pageAt(plan, '/harbour-board/resolutions/')));
    expect(ofBody.values('href')).toContain('/meetings/harbour-board/resolutions/2021/');
    const year = new ParsedPage(renderPage(pageAt(plan, '/harbour-board/resolutions/2021/')));
    expect(entries(year)).toHaveLength(4);
    expect(year.named('h1').map(textOfNode)[0]).toContain('Resolutions of the Harbour Board in 2021');
    expect(year.values('href')).toContain('/meetings/harbour-board/resolutions/');
    // Another body that resolved in that year has a page of its own.
    const [first, second] = examplePublication.bodies;
    const two = {
      ...second!,
      meetings: first!.meetings.map((meeting) => ({ ...meeting, body: second!.slug })),
    };
    const both = assembleExample({ ...examplePublication, bodies: [first!, two] });
    const own = new ParsedPage(renderPage(pageAt(both, '/town-council/resolutions/2021/')));
    expect(entries(own).every((text) => text.includes('Town Council'))).toBe(true);
    expect(entries(own)).toHaveLength(4);
  });

  it('can be downloaded as it is shown, and followed, from each of its pages', () => {
    const offers = (address: string): string[] =>
      new ParsedPage(renderPage(pageAt(plan, address)))
        .named('a')
        .map((link) => attributeOf(link, 'href')!)
        .filter((href) => /\.(?:csv|json|xml)$/.test(href));
    const feed = '/meetings/resolutions/feed.xml';
    const whole = ['/meetings/data/resolutions-excel.csv', '/meetings/data/resolutions.json', feed];
    expect(offers('/resolutions/')).toEqual(whole);
    expect(offers('/resolutions/noted/')).toEqual(whole);
    for (const address of ['resolutions/2021', 'harbour-board/resolutions', 'harbour-board/resolutions/2021'])
      expect(offers(`/${address}/`)).toEqual([
        `/meetings/${address}/resolutions-excel.csv`,
        `/meetings/${address}/resolutions.json`,
        feed,
      ]);
    expect(offers('/town-council/resolutions/')).toEqual([feed]);
  });

  it('can be read by outcome without a script, a resolution under each of its outcomes', () => {
    expect(entries(new ParsedPage(renderPage(pageAt(plan, '/resolutions/agreed/'))))).toHaveLength(2);
    expect(entries(new ParsedPage(renderPage(pageAt(plan, '/resolutions/noted/'))))).toHaveLength(3);
    expect(register.values('href')).toContain('/meetings/resolutions/agreed/');
  });

  it('gives each resolution an anchor of its own, which says body, day and resolution', () => {
    const ids = register.named('article').map((entry) => attributeOf(entry, 'id'));
    expect(ids[0]).toBe('harbour-board_2021-11-18_b2-resolution-1');
    expect(new Set(ids).size).toBe(4);
    expect(register.values('href')).toContain('#harbour-board_2021-11-18_b2-resolution-1');
  });

  it('tells its script by what each resolution can be found', () => {
    const [newest] = register.named('article');
    expect(['data-year', 'data-body', 'data-outcome'].map((name) => attributeOf(newest!, name))).toEqual([
      '2021',
      'harbour-board',
      'agreed',
    ]);
  });

  it('offers a choice within a page only where there is something to choose', () => {
    expect(register.named('select').map((select) => attributeOf(select, 'name'))).toEqual(['outcome']);
    expect(new ParsedPage(renderPage(pageAt(plan, '/town-council/resolutions/'))).named('form')).toHaveLength(
      1,
    );
  });

  it('has a page where nothing was resolved', () => {
    const empty = assembleExample({ ...examplePublication, bodies: [] });
    expect(
      textOfNode(new ParsedPage(renderPage(pageAt(empty, '/resolutions/'))).named('main')[0]!),
    ).toContain('No resolutions are published here yet.');
  });
});
