import { createHash } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { exampleTexts, textAt } from './support/example-exports.ts';
import { readCsv } from './support/read-csv.ts';

// Schemas are run by ajv, and the table is read by a reader of its own.

const texts = exampleTexts();
const sets = ['bodies', 'meetings', 'items', 'papers', 'resolutions', 'attendance'];
const fileOf = (name: string) => JSON.parse(textAt(texts, `data/${name}.json`));
const recordsOf = (name: string): Record<string, unknown>[] => fileOf(name)[name];
const schemaOf = (name: string) => JSON.parse(textAt(texts, `data/${name}.schema.json`));
const ajv = addFormats.default(new Ajv2020.default({ allErrors: true }));

describe.each(sets)('data/%s.json', (name) => {
  const validate = ajv.compile(schemaOf(name));

  it('keeps to the schema beside it', () => {
    validate(fileOf(name));
    expect(validate.errors).toBeNull();
    expect(recordsOf(name).length).toBeGreaterThan(0);
  });

  it('names its schema by its address', () => {
    expect(fileOf(name).$schema).toBe(schemaOf(name).$id);
    expect(schemaOf(name).$id).toBe(`https://papers.example.org/meetings/data/${name}.schema.json`);
  });

  it('has a schema that takes no field that it does not name, and describes every one', () => {
    const file = fileOf(name);
    const [first, ...others] = file[name];
    expect(validate({ ...file, [name]: [{ ...first, secret: 'x' }, ...others] })).toBe(false);
    const { items } = schemaOf(name).properties[name];
    for (const shape of items.oneOf ?? [items]) {
      for (const field of Object.values<{ description?: string }>(shape.properties))
        expect(field.description).toMatch(/\S/);
    }
  });

  it('knows each record by an id of its own', () => {
    const ids = recordsOf(name).map((record) => record['id'] ?? record['meeting']);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the open data', () => {
  it('joins up: every id that a record names is a record', () => {
    const ids = (name: string) => new Set(recordsOf(name).map((record) => record['id']));
    const known = {
      body: ids('bodies'),
      meeting: ids('meetings'),
      papers: ids('papers'),
      resolutions: ids('resolutions'),
    };
    for (const name of sets) {
      for (const record of recordsOf(name)) {
        for (const [field, targets] of Object.entries(known)) {
          const value = record[field];
          const named = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
          for (const id of named) expect(targets, `${name}: ${field}`).toContain(id);
        }
      }
    }
    expect(recordsOf('items').flatMap((record) => record['papers'] ?? []).length).toBeGreaterThan(3);
  });

  it('has of a withheld item its number, title, place and that it is withheld, and nothing else', () => {
    const withheld = recordsOf('items').filter((record) => record['withheld'] === true);
    expect(withheld.map((record) => `${String(record['number'])} ${String(record['title'])}`)).toEqual([
      'D1 Berths in dispute',
      'D1 Berths in dispute',
      'D2 Lease',
    ]);
    const fields = ['body', 'id', 'meeting', 'number', 'title', 'url', 'withheld'];
    for (const { summary, resolutions, ...record } of withheld) {
      expect(Object.keys(record).toSorted()).toEqual(fields);
      // What was written of D2 for the public is public.
      expect([summary, resolutions]).toEqual(
        record['number'] === 'D2'
          ? [
              'https://papers.example.org/meetings/harbour-board/2021-07-13/minutes/#d2',
              ['harbour-board/2021-07-13/d2-resolution-1'],
            ]
          : [undefined, undefined],
      );
    }
    expect(JSON.stringify(withheld)).not.toContain('It names people');
  });

  it('keeps what a record does not say apart from an empty list', () => {
    const of = (meeting: string) => recordsOf('attendance').find((record) => record['meeting'] === meeting);
    expect(of('odd-board/2022-07-05')).toMatchObject({ apologies: 'not-recorded', declarations: [] });
    expect(of('odd-board/2022-07-05')).not.toHaveProperty('inAttendance');
  });

  it('tells a moment with its distance from UTC, only where a time is printed', () => {
    const of = (id: string) => recordsOf('meetings').find((record) => record['id'] === id);
    expect(of('odd-board/2022-07-05')).toMatchObject({
      time: '10.00 am',
      start: '2022-07-05T10:00:00+01:00',
      end: '2022-07-05T13:00:00+01:00',
    });
    expect(of('harbour-board/2022-03-24')).not.toHaveProperty('start');
  });

  it('names the topic of an item that came back, with its history', () => {
    const tugs = recordsOf('items').filter((record) => record['title'] === 'Tugs');
    expect(tugs).toHaveLength(2);
    for (const item of tugs)
      expect(item).toMatchObject({
        topic: 'Tugs',
        topicUrl: 'https://papers.example.org/meetings/topics/tugs/',
      });
  });

  it('tells which resolution is from a public summary', () => {
    const summaries = recordsOf('resolutions').filter((record) => record['access'] === 'public-summary');
    expect(summaries.map((record) => record['id'])).toEqual(['harbour-board/2021-07-13/d2-resolution-1']);
  });

  it('leads from a resolution to the paper behind it', () => {
    const resolution = recordsOf('resolutions').find(
      (record) => record['id'] === 'harbour-board/2021-07-13/b1-resolution-1',
    );
    expect(resolution).toMatchObject({
      item: 'B1',
      minute: '28',
      part: 'B',
      outcomes: ['noted', 'agreed'],
      papers: ['harbour-board/2021-07-13/b1-dredging'],
    });
    expect(resolution).toHaveProperty(
      'parts.1.url',
      'https://papers.example.org/meetings/harbour-board/2021-07-13/minutes/#b1-resolution-1-b',
    );
  });
});

describe('data/resolutions.csv', () => {
  const text = textAt(texts, 'data/resolutions.csv');
  const [header, ...rows] = readCsv(text);
  const datapackage = JSON.parse(textAt(texts, 'data/datapackage.json'));
  const [resource] = datapackage.resources;

  it('has the columns that its data package describes, one row for each resolution', () => {
    expect(header!.slice(0, 12).join(' ')).toBe(
      'id body meeting_date item minute_no part text type access url paper_url published',
    );
    expect(resource.schema.fields.map(({ name }: { name: string }) => name)).toEqual(header);
    expect(rows.map(([id]) => id)).toEqual(recordsOf('resolutions').map((record) => record['id']));
    for (const row of rows) expect(row).toHaveLength(header!.length);
  });

  it('has values of the types that its data package says', () => {
    resource.schema.fields.forEach(
      (field: { name: string; type: string; format?: string }, index: number) => {
        for (const value of rows.map((row) => row[index]!).filter((each) => each !== '')) {
          if (field.type === 'date') expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          if (field.format === 'uri') expect(new URL(value).href).toBe(value);
        }
      },
    );
    expect(rows.every(([id]) => id !== '')).toBe(true);
  });

  it('puts an apostrophe before what a spreadsheet would take for a formula', () => {
    const row = rows.find(([id]) => id === 'odd-board/2022-07-05/b1-resolution-1')!;
    expect(row[6]).toMatch(/^'=SUM\(A1:A9\) RESOLVED, that "this"/);
    expect(row[13]).toBe("'+44 things");
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(recordsOf('resolutions').some((record) => String(record['text']).startsWith('=SUM'))).toBe(true);
  });

  it('begins with the name of its first column and ends its rows with CR LF', () => {
    expect(text.startsWith('id,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('is there for Excel too, with a byte order mark and not one letter else', () => {
    expect(textAt(texts, 'data/resolutions-excel.csv')).toBe(`\ufeff${text}`);
    expect(datapackage.description).toContain('resolutions-excel.csv');
  });

  it('is the file whose size and digest its data package tells', () => {
    expect(resource.bytes).toBe(Buffer.byteLength(text));
    expect(resource.hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    expect(datapackage).not.toHaveProperty('licenses');
  });
});

describe('the files beside the pages of the register', () => {
  const ids = (of: Record<string, unknown>[]) => of.map((record) => record['id']);

  it.each([
    ['resolutions/2021', (id: string) => id.includes('/2021-')],
    ['harbour-board/resolutions', (id: string) => id.startsWith('harbour-board/')],
    ['odd-board/resolutions/2022', (id: string) => id.startsWith('odd-board/2022-')],
  ])('%s has those of the register that the page shows, in the same shapes', (page, isShown) => {
    const wanted = ids(recordsOf('resolutions')).filter((id) => isShown(String(id)));
    expect(wanted.length).toBeGreaterThan(0);
    const file = JSON.parse(textAt(texts, `${page}/resolutions.json`));
    expect(ids(file.resolutions)).toEqual(wanted);
    expect(ajv.validate(file.$schema, file)).toBe(true);
    const csv = textAt(texts, `${page}/resolutions-excel.csv`);
    expect(csv.startsWith('\ufeffid,')).toBe(true);
    expect(
      readCsv(csv.replace(/^\ufeff/, ''))
        .slice(1)
        .map(([id]) => id),
    ).toEqual(wanted);
  });
});
