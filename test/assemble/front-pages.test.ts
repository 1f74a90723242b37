import { describe, expect, it } from 'vitest';
import { isMemberOn } from '../../src/assemble/body-page.ts';
import { examplePublication } from './support/example-publication.ts';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { words } from './support/public-text.ts';
import { assembleExample, pageAt, renderPage } from './support/rendered-site.ts';

const plan = assembleExample();
const parsed = (address: string, of = plan): ParsedPage => new ParsedPage(renderPage(pageAt(of, address)));
const main = (address: string, of = plan): string => textOfNode(parsed(address, of).named('main')[0]!);

describe('the home page', () => {
  it("lists the meetings that are to come as of the build's date, the soonest first", () => {
    expect(main('/')).toContain(
      'Next meetings Thursday 24 March 2022, Harbour Board Town Hall. Agenda Latest papers',
    );
    expect(main('/', assembleExample({ ...examplePublication, date: '2030-01-01' }))).toContain(
      'No coming meeting is listed yet.',
    );
  });

  it('shows papers and resolutions, the newest first, and every body', () => {
    expect(main('/')).toMatch(
      /Latest papers Harbour Board agenda Agenda for 24 March 2022.*Notes of the November meeting/,
    );
    expect(main('/')).toMatch(/Recent resolutions B2 Quay Thursday 18 November 2021, Harbour Board/);
    expect(main('/')).toMatch(/Who meets Harbour Board 3 meetings The Town Council 1 meeting Subscribe/);
  });

  it('is a page where there is nothing yet', () => {
    expect(main('/', assembleExample({ date: '2022-01-01', bodies: [] }, []))).toContain(
      'No coming meeting is listed yet.',
    );
  });
});

describe('the page of a body', () => {
  it('says what it is, when it meets next, and what each meeting holds, by year', () => {
    expect(main('/harbour-board/')).toContain(
      'Harbour Board The board looks after the harbour. Meetings Next meeting Thursday 24 March 2022 Town Hall. Agenda 2022 Thursday 24 March 2022 Town Hall. Agenda ' +
        '2021 Thursday 18 November 2021 10am. Online. Agenda, 3 reports, 1 supplement and notes Tuesday 13 July 2021 1 report and notes Decisions Resolutions of the Harbour Board',
    );
  });

  it('marks a meeting that was cancelled, and names the members of today', () => {
    expect(main('/town-council/')).toContain(
      '2020 Thursday 2 January 2020 (second meeting) Cancelled Agenda',
    );
    expect(main('/town-council/')).toContain('Members Cllr Now Chair, North');
    expect(main('/town-council/')).not.toContain('Cllr Past');
  });

  it('counts the days of coming and going as membership', () => {
    const member = { name: words('Cllr Wave'), from: '2021-05-01', to: '2021-06-01' };
    const days = ['2021-04-30', '2021-05-01', '2021-06-01', '2021-06-02'];
    expect(days.map((day) => isMemberOn(member, day))).toEqual([false, true, true, false]);
  });
});

describe('the search page', () => {
  const page = parsed('/search/');

  it('has the form and the empty places that its script fills', () => {
    const places = ['search-form', 'search-query', 'search-filters', 'search-status', 'search-results'];
    const byId = places.map((id) => page.elements.find((element) => attributeOf(element, 'id') === id)!);
    expect(byId.map((element) => element.tagName)).toEqual(['form', 'input', 'div', 'p', 'ol']);
    expect(attributeOf(byId[0]!, 'method')).toBe('get');
    expect(attributeOf(byId[0]!, 'action')).toBe('/meetings/search/');
    expect(attributeOf(byId[1]!, 'name')).toBe('q');
    expect(attributeOf(byId[3]!, 'role')).toBe('status');
  });

  it('says how to find papers without a script', () => {
    expect(renderPage(pageAt(plan, '/search/'))).toMatch(
      /<noscript>[^]*register of resolutions[^]*<\/noscript>/,
    );
  });

  it('alone loads the search; no page has a script of its own in it', () => {
    const scripts = plan.pages.flatMap((each) =>
      new ParsedPage(renderPage(each))
        .named('script')
        .filter((script) => attributeOf(script, 'type') !== 'application/ld+json')
        .map((script) => ({ address: each.address, source: attributeOf(script, 'src') })),
    );
    expect(scripts.every(({ source }) => source?.startsWith('/meetings/assets/'))).toBe(true);
    const loadsSearch = scripts.filter(({ source }) => source?.endsWith('/search.js'));
    expect(loadsSearch.map(({ address }) => address)).toEqual(['/search/']);
  });
});
