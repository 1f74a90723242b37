import { describe, expect, it } from 'vitest';
import { createAssembly } from '../../../src/assemble/assembly.ts';
import { oparlList } from '../../../src/assemble/exports/oparl/oparl-list.ts';
import { exampleSite } from '../support/example-publication.ts';
import { linesOf } from '../../../src/model/made.ts';
import { exampleTexts, exportsPublication, textAt, textsOf } from './support/example-exports.ts';

// The rules of OParl 1.1, in words of our own, over every object wherever it stands.

const root = `${exampleSite.url}data/oparl/`;
const files = new Map(
  [...exampleTexts()]
    .filter(([file]) => file.startsWith('data/oparl/'))
    .map(([file, text]) => [exampleSite.url + file, JSON.parse(text)]),
);

const mandatory: { readonly [type: string]: readonly string[] } = {
  System: ['oparlVersion', 'body'],
  Body: [
    ...['name', 'organization', 'person', 'meeting', 'paper', 'legislativeTerm'],
    ...['agendaItem', 'consultation', 'file', 'membership', 'locationList', 'legislativeTermList'],
  ],
  AgendaItem: ['order'],
  File: ['accessUrl'],
};
const links: { readonly [type: string]: { readonly [field: string]: string } } = {
  Organization: { body: 'Body', membership: 'Membership' },
  Person: { body: 'Body' },
  Membership: { person: 'Person', organization: 'Organization' },
  Meeting: { organization: 'Organization' },
  AgendaItem: { meeting: 'Meeting', consultation: 'Consultation' },
  Paper: { body: 'Body', underDirectionOf: 'Organization' },
  Consultation: {
    paper: 'Paper',
    agendaItem: 'AgendaItem',
    meeting: 'Meeting',
    organization: 'Organization',
  },
  Location: { meetings: 'Meeting' },
  Body: { system: 'System' },
};

interface Thing {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

function thingsIn(value: unknown): Thing[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(thingsIn);
  return 'type' in value && 'id' in value ? [value as Thing, ...inside] : inside;
}

const things = [...files.values()].flatMap(thingsIn);
const kindOf = (thing: Thing) => thing.type.replace('https://schema.oparl.org/1.1/', '');
const documents = [...files.values()].filter((value): value is Thing => 'id' in value);

/** What the document at an id holds under that id. */
const inDocuments = new Map(
  documents.flatMap((document) =>
    thingsIn(document).map((thing) => [`${document.id} ${thing.id}`, thing] as const),
  ),
);
const resolve = (id: string): Thing | undefined => inDocuments.get(`${id.split('#')[0]} ${id}`);
const own = [...inDocuments.values()];
const ofKind = (kind: string) => own.filter((thing) => kindOf(thing) === kind);

/** An object without those within it. */
function flat(thing: Thing): object {
  const isInside = (value: unknown) => thingsIn(value).length > 0;
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => !isInside(value)));
}

describe('the OParl export', () => {
  it('has every kind of object that the publication has', () => {
    expect([...new Set(things.map(kindOf))].toSorted()).toEqual([
      'AgendaItem',
      'Body',
      'Consultation',
      'File',
      'Location',
      'Meeting',
      'Membership',
      'Organization',
      'Paper',
      'Person',
      'System',
    ]);
  });

  it('leads by each id to a document that holds the object, the same there as wherever else it stands', () => {
    for (const thing of things) {
      const held = resolve(thing.id);
      expect(held, thing.id).toBeDefined();
      expect(flat(held!), thing.id).toEqual(flat(thing));
    }
    for (const [address, value] of files) if ('id' in value) expect(value.id).toBe(address);
  });

  it('holds each object in one document, once, but for a file that both an item and its report have', () => {
    const held = documents.flatMap((document) => thingsIn(document).map(({ id }) => id));
    const twice = held.filter((id, index) => held.indexOf(id) !== index);
    expect(twice.filter((id) => !id.includes('#attachment-'))).toEqual([]);
    expect(own).toHaveLength(held.length - twice.length);
  });

  it('has one document for each meeting and each body, and beside them the lists alone', () => {
    expect([...new Set(documents.map(kindOf))].toSorted()).toEqual([
      'Body',
      'Meeting',
      'Organization',
      'System',
    ]);
    const lists = [...files.values()].filter((value) => !('id' in value));
    for (const list of lists) expect(Object.keys(list)).toEqual(['pagination', 'links', 'data']);
  });

  it('has in its lists every object of the documents, without those within it', () => {
    const listed = new Set(
      [...files.values()].flatMap((value) => ('data' in value ? value.data.map(({ id }: Thing) => id) : [])),
    );
    expect(own.map(({ id }) => id).filter((id) => !listed.has(id))).toEqual([`${root}system.json`]);
    for (const value of files.values()) {
      for (const thing of (value.data ?? []) as Thing[])
        if (kindOf(thing) !== 'Person') expect(thing, thing.id).toEqual(flat(thing));
    }
  });

  it('gives every object, embedded ones too, type, created, modified and what is mandatory for it, and no null', () => {
    for (const thing of things) {
      expect(thing.type).toMatch(/^https:\/\/schema\.oparl\.org\/1\.1\/[A-Z][A-Za-z]+$/);
      for (const field of ['created', 'modified', ...(mandatory[kindOf(thing)] ?? [])])
        expect(thing, thing.id).toHaveProperty([field]);
      expect(Object.values(thing)).not.toContain(null);
    }
  });

  it('writes moments with their distance from UTC, and days without', () => {
    for (const thing of things) {
      for (const field of ['created', 'modified', 'start', 'end']) {
        if (field in thing) expect(thing[field]).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+0[01]:00$/);
      }
      for (const field of ['date', 'startDate', 'endDate'])
        if (field in thing) expect(thing[field]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(String(thing['created']) <= String(thing['modified'])).toBe(true);
    }
  });

  it('links objects of the kind that each field is for', () => {
    for (const thing of things) {
      for (const [field, kind] of Object.entries(links[kindOf(thing)] ?? {})) {
        for (const target of [thing[field] ?? []].flat() as string[])
          expect(kindOf(resolve(target)!), `${thing.id} ${field}`).toBe(kind);
      }
    }
  });

  it('begins at the system, and reaches every object by its lists', () => {
    const system = files.get(`${root}system.json`) as Thing;
    expect(system['oparlVersion']).toBe('https://schema.oparl.org/1.1/');
    const reached = new Set<string>();
    const visit = (address: unknown): void => {
      const value = files.get(String(address));
      if (value === undefined || reached.has(String(address))) return;
      reached.add(String(address));
      for (const text of JSON.stringify(value).match(/https:[^"#]+\.json/g) ?? []) visit(text);
    };
    visit(system.id);
    expect([...files.keys()].filter((address) => !reached.has(address))).toEqual([]);
    for (const field of mandatory['Body']!.filter((each) => !['name', 'legislativeTerm'].includes(each))) {
      const list = files.get(String(ofKind('Body')[0]![field]));
      expect(list, field).toHaveProperty('data');
      expect(list).toHaveProperty('links');
      expect(list.pagination.totalElements).toBe(list.data.length);
    }
  });

  it('numbers the items of a meeting from 0, and marks restricted ones as not public, with number and title alone', () => {
    for (const meeting of ofKind('Meeting'))
      expect((meeting['agendaItem'] as Thing[]).map((item) => item['order'])).toEqual(
        (meeting['agendaItem'] as Thing[]).map((_, index) => index),
      );
    const restricted = ofKind('AgendaItem').filter((item) => item['public'] !== true);
    expect(restricted).toHaveLength(3);
    for (const item of restricted) {
      expect(Object.keys(item).toSorted()).toEqual([
        'created',
        'id',
        'meeting',
        'modified',
        'name',
        'number',
        'order',
        'public',
        'type',
      ]);
    }
  });

  it('has resolutions with their items, reports with their consultations, and minutes as the protocol', () => {
    const item = ofKind('AgendaItem').find(({ id }) => id.endsWith('2021-07-13.json#agenda-item-b1'))!;
    expect(item['result']).toBe('noted, agreed');
    expect(item['resolutionText']).toMatch(
      /^RESOLVED to: a\) note the dredging report; b\) agree the timetable\.\n\nRESOLVED that the quay/,
    );
    expect(resolve(String(item['consultation']))).toMatchObject({
      paper: `${root}meeting/harbour-board/2021-07-13.json#paper-b1-dredging`,
    });
    const meeting = ofKind('Meeting').find(({ id }) => id.endsWith('/2021-11-18.json'))!;
    expect(meeting).toMatchObject({
      meetingState: 'durchgeführt',
      cancelled: false,
      start: '2021-11-18T10:00:00+00:00',
    });
    expect((meeting['resultsProtocol'] as Thing)['accessUrl']).toBe(
      `${exampleSite.url}harbour-board/2021-11-18/minutes/`,
    );
    const paper = ofKind('Paper').find(({ id }) => id.endsWith('#paper-b2-quay-repair'))!;
    expect(paper).toHaveProperty('auxiliaryFile.0.mimeType', 'application/pdf');
  });

  it('does not make one person of the same name twice', () => {
    expect(
      ofKind('Person')
        .filter((person) => person['name'] === 'J Smith')
        .map(({ id }) => id),
    ).toEqual([
      `${root}organization/odd-board.json#person-j-smith`,
      `${root}organization/odd-board.json#person-j-smith-2`,
    ]);
  });

  it('pages a list of more than a hundred, each page linking to the next', () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ id: `${root}meeting/x/${index}.json` }));
    const lines = many.map((each) => JSON.stringify(each));
    const pages = textsOf(
      oparlList(createAssembly(exportsPublication, [], exampleSite), 'meetings', [linesOf(lines)]),
    );
    let next: string | undefined = `${root}meetings.json`;
    const found: string[] = [];
    while (next !== undefined) {
      const page: { data: Thing[]; links: { next?: string } } = JSON.parse(
        textAt(pages, next.slice(exampleSite.url.length)),
      );
      found.push(...page.data.map(({ id }) => id));
      next = page.links.next;
    }
    expect(found).toEqual(many.map(({ id }) => id));
  });
});
