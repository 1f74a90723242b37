import { describe, expect, it } from 'vitest';
import { examplePublication } from '../support/example-publication.ts';
import { attributeOf, ParsedPage, textOfNode } from '../support/parsed-page.ts';
import { assembleExample, pageAt, renderPage } from '../support/rendered-site.ts';
import { exportsPublication } from './support/example-exports.ts';

const plan = assembleExample(exportsPublication);
const files = new Map(plan.files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
const data = new ParsedPage(renderPage(pageAt(plan, '/data/')));
const subscribe = new ParsedPage(renderPage(pageAt(plan, '/subscribe/')));
const textOf = (page: ParsedPage) => textOfNode(page.named('main')[0]!);

describe('the page of open data', () => {
  it('documents every file of data and no other', () => {
    const linked = data
      .values('href')
      .filter((href) => href.startsWith('/meetings/data/'))
      .map((href) => href.slice('/meetings/'.length));
    const there = [...files.keys()].filter((file) => /^data\/[^/]+$/.test(file));
    expect(
      [...new Set(linked)].filter((file) => file !== 'data/oparl/system.json' && file !== 'data/').toSorted(),
    ).toEqual(there.toSorted());
    expect(linked).toContain('data/oparl/system.json');
  });

  it('describes every field of every record, and every column', () => {
    const tables = data.named('table').map((table) => textOfNode(table));
    for (const name of ['bodies', 'meetings', 'items', 'papers', 'resolutions', 'attendance']) {
      const { items } = JSON.parse(files.get(`data/${name}.schema.json`)!).properties[name];
      const shapes: { properties: Record<string, { description: string }> }[] = items.oneOf ?? [items];
      for (const shape of shapes) {
        const fields = Object.entries(shape.properties);
        const table = tables.find(
          (text) =>
            text.includes(`in ${name}.json`) && fields.every(([, field]) => text.includes(field.description)),
        );
        expect(table, name).toBeDefined();
      }
    }
    for (const column of files
      .get('data/resolutions.csv')!
      .split('\r\n')[0]!
      .replace('\ufeff', '')
      .split(',')) {
      expect(tables.find((text) => text.startsWith('Columns of resolutions.csv'))).toContain(column);
    }
  });

  it('has a caption, column heads and row heads on every table, in a box that a keyboard can scroll', () => {
    expect(data.named('caption')).toHaveLength(data.named('table').length);
    expect(data.named('th').every((cell) => ['col', 'row'].includes(attributeOf(cell, 'scope') ?? ''))).toBe(
      true,
    );
    expect(data.values('tabindex').filter((value) => value === '0')).toHaveLength(data.named('table').length);
  });

  it('says that no licence is stated, and that the OParl export cannot be filtered', () => {
    expect(textOf(data)).toContain('No licence is stated for this data.');
    expect(textOf(data)).toContain(
      'It is a static export and does not conform in full: lists cannot be filtered',
    );
  });
});

describe('the page about subscribing', () => {
  it('names every feed and calendar, with the whole address to copy, and tells where those of topics are', () => {
    const all = [...files.keys()].filter((file) => /^(?!topics\/).*(?:feed\.xml|calendar\.ics)$/.test(file));
    for (const file of all)
      expect(textOf(subscribe)).toContain(`https://papers.example.org/meetings/${file}`);
  });

  it('leads to the topics only where there are some', () => {
    expect(subscribe.named('main').map(textOfNode).join()).toContain('topics that keep coming back');
    const none = assembleExample({ ...examplePublication, bodies: [] });
    expect(textOf(new ParsedPage(renderPage(pageAt(none, '/subscribe/'))))).not.toContain('topics that keep');
  });

  it('says how in the words of each common calendar program', () => {
    for (const words of ['Subscribe from web', 'From Internet', 'From URL', 'Add Subscription Calendar'])
      expect(textOf(subscribe)).toContain(`“${words}”`);
  });

  it('opens a calendar in the program for it, or as a file, and a feed as a file', () => {
    expect(subscribe.values('href')).toContain('webcal://papers.example.org/meetings/odd-board/calendar.ics');
    expect(subscribe.values('href')).toContain('/meetings/odd-board/calendar.ics');
    expect(subscribe.values('href')).toContain('/meetings/resolutions/feed.xml');
  });

  it('does not tell a reader of one body to choose between all and one', () => {
    const one = assembleExample({ ...examplePublication, bodies: examplePublication.bodies.slice(0, 1) });
    const page = new ParsedPage(renderPage(pageAt(one, '/subscribe/')));
    expect(textOf(page)).not.toContain('all bodies');
    expect(textOf(page)).toContain('Meetings: Harbour Board');
  });
});
