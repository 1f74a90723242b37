import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeCbor, type Cbor } from '../../src/index/cbor.ts';
import { unpackIndexFile } from '../../src/index/index-files.ts';
import { listRecords } from '../../src/index/list-records.ts';
import { indexFixture, makePaper, makeResolution } from './index-fixture.ts';

const outcome = ['noted', 'agreed'];

describe('the list of records', () => {
  it('stands behind the table of contents, and names what each record is by numbers of values', async () => {
    const { directory, files } = await indexFixture([
      makePaper('/parish/2021-11-18/b1-paths/', 'Paths', '<p>Stiles.</p>'),
      makeResolution('/parish/2021-11-18/minutes/#b1-resolution-1', 'RESOLVED that it be noted.'),
    ]);
    const path = files.find((name) => name.endsWith('.pf_meta'))!;
    const content = readFileSync(join(directory, path));
    const contents = decodeCbor(unpackIndexFile({ path, content })) as readonly Cbor[];
    expect(contents).toHaveLength(7);
    expect(contents[6]).toEqual([
      [
        ['body', [['Parish Council']], [0, 0]],
        ['type', [['report'], ['resolution']], [0, 1]],
        ['date', [['2021-11-18']], [0, 0]],
        ['outcome', [[]], [0, 0]],
        ['item', [['B3'], []], [1, 0]],
        ['minute', [[]], [0, 0]],
        ['resolution', [[]], [0, 0]],
      ],
      [0, 1],
    ]);
  });

  it('has several values of one record as one, and says so where a record has none', () => {
    const [columns, places] = listRecords([
      { filters: { outcome }, place: 3 },
      { filters: { body: ['Board'] }, place: 0 },
      { filters: { outcome }, place: 1 },
    ]) as readonly Cbor[];
    expect(columns).toContainEqual(['outcome', [['noted', 'agreed'], []], [0, 1, 0]]);
    expect(places).toEqual([3, 0, 1]);
  });

  it('is empty for no records', () => {
    const [columns, places] = listRecords([]) as readonly Cbor[];
    expect(columns).toContainEqual(['body', [], []]);
    expect(places).toEqual([]);
  });
});
