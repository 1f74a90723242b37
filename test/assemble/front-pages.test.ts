import { describe, expect, it } from 'vitest';
import { isMemberOn } from '../../src/assemble/body-page.ts';
import {
  examplePublication,
  makeAgenda,
  makeBody,
  makeMeeting,
  makeMinutes,
  makeReport,
} from './support/example-publication.ts';
import { attributeOf, ParsedPage, textOfNode } from './support/parsed-page.ts';
import { markdown, words } from './support/public-text.ts';
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
      'No meeting is planned.',
    );
  });

  it('shows papers and resolutions, the newest first, and every body', () => {
    expect(main('/')).toMatch(
      /Latest papers Harbour Board agenda, agenda for 24 March 2022 Agenda for 24 March 2022.*Notes of the November meeting/,
    );
    expect(main('/')).toMatch(/Recent resolutions B2 Quay Thursday 18 November 2021, Harbour Board/);
    expect(main('/')).toMatch(/Who meets Harbour Board 3 meetings The Town Council 1 meeting Subscribe/);
  });

  it('shows the latest papers by the day they were published, and those of one day as on the agenda', () => {
    const item = (code: string) => ({
      ...{ access: 'open' as const, code, title: words(`Item ${code}`), text: markdown(), papers: [] },
    });
    const parts = [
      {
        title: words('Business'),
        restricted: false,
        text: markdown(),
        items: [item('B1'), item('B2'), item('B10')],
      },
    ];
    const published = '2021-11-10';
    const november = makeMeeting('2021-11-18', {
      agenda: makeAgenda({ title: words('November agenda'), published, parts }),
      // As a folder lists them.
      reports: [
        makeReport('a-annex', 'Annex', { published }),
        makeReport('b1-one', 'First', { item: 'B1', published }),
        makeReport('b10-ten', 'Tenth', { item: 'b10', published }),
        makeReport('b2-two', 'Second', { item: 'B2', published }),
      ],
      supplements: [
        {
          ...{ file: 's', name: 'supplement-1', title: words('November addition'), published: '2021-11-15' },
          ...{ text: markdown(), texts: [], items: [] },
        },
      ],
    });
    // Its agenda is of no known day, which is no later than the build's.
    const coming = makeMeeting('2022-03-24', { agenda: makeAgenda({ title: words('March agenda') }) });
    const minutes = makeMinutes('October notes', { published: '2021-11-20' });
    const october = makeMeeting('2021-10-01', { minutes });
    const publication = { date: '2021-11-30', bodies: [makeBody([coming, november, october])] };
    const shown = new ParsedPage(renderPage(pageAt(assembleExample(publication, []), '/')));
    const list = /Latest papers (.*) Who meets/.exec(textOfNode(shown.named('main')[0]!))![1]!;
    const titles = [
      'March agenda',
      'October notes',
      'November addition',
      'November agenda',
      'First',
      'Second',
      'Tenth',
      'Annex',
    ];
    const places = titles.map((title) => list.indexOf(title));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((first, second) => first - second));
    expect(list).toContain('Published 10 November 2021');
  });

  it('is a page where there is nothing yet', () => {
    expect(main('/', assembleExample({ date: '2022-01-01', bodies: [] }, []))).toContain(
      'No meeting is planned.',
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

  it('says so where no meeting is planned', () => {
    expect(main('/town-council/')).toContain('Next meeting No meeting is planned.');
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
