import { describe, expect, it } from 'vitest';
import { listRecords } from '../../src/index/list-records.ts';
import { indexFixture, makePaper, makeResolution, readUnzipped } from './index-fixture.ts';

const outcome = ['noted', 'agreed'];

describe('the list of records', () => {
  it('names what each record is, in the order of the shard, by numbers of values', async () => {
    const { directory, files } = await indexFixture([
      makePaper('/parish/2021-11-18/b1-paths/', 'Paths', '<p>Stiles.</p>'),
      makeResolution('/parish/2021-11-18/minutes/#b1-resolution-1', 'RESOLVED that it be noted.'),
    ]);
    const file = files.find((name) => /records\..*\.json$/.test(name))!;
    const list = JSON.parse(readUnzipped(directory)[file]!);
    expect(list.values).toEqual({
      body: [['Parish Council']],
      type: [['report'], ['resolution']],
      date: [['2021-11-18']],
      outcome: [[]],
      item: [['B3'], []],
      minute: [[]],
      resolution: [[]],
    });
    expect(list.records).toEqual({
      ...{ body: [0, 0], type: [0, 1], date: [0, 0], outcome: [0, 0] },
      ...{ item: [1, 0], minute: [0, 0], resolution: [0, 0] },
    });
    expect(list.place).toEqual([0, 1]);
  });

  it('has several values of one record as one, and says so where a record has none', () => {
    const list = JSON.parse(
      listRecords([
        { filters: { outcome }, place: 3 },
        { filters: { body: ['Board'] }, place: 0 },
        { filters: { outcome }, place: 1 },
      ]),
    );
    expect(list.values.outcome).toEqual([['noted', 'agreed'], []]);
    expect(list.records.outcome).toEqual([0, 1, 0]);
    expect(list.place).toEqual([3, 0, 1]);
  });

  it('is empty for no records', () => {
    expect(JSON.parse(listRecords([])).place).toEqual([]);
  });
});
