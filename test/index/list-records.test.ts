import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexFixture, makePaper, makeResolution } from './index-fixture.ts';

describe('the list of records', () => {
  it('names every record by its fragment, with the values of its filters', async () => {
    const { directory, files } = await indexFixture([
      makePaper('/parish/2021-11-18/b1-paths/', 'Paths', '<p>Stiles.</p>'),
      makeResolution('/parish/2021-11-18/minutes/#b1-resolution-1', 'RESOLVED that it be noted.'),
    ]);
    expect(files).toContain('pagefind/records.json');
    const list = JSON.parse(readFileSync(join(directory, 'pagefind/records.json'), 'utf8'));
    expect(list.names).toEqual(['body', 'date', 'item', 'type', 'year']);
    expect(list.values).toEqual([
      ['Parish Council'],
      ['2021-11-18'],
      ['B3'],
      ['report', 'resolution'],
      ['2021'],
    ]);
    expect(Object.values(list.records)).toEqual(
      expect.arrayContaining([
        [[0], [0], [], [0], [0]],
        [[0], [0], [0], [1], [0]],
      ]),
    );
    const ids = Object.keys(list.records);
    expect(
      files.filter((file) => ids.some((id) => file === `pagefind/fragment/${id}.pf_fragment`)),
    ).toHaveLength(2);
  });

  it('is empty for a site without papers', async () => {
    const { directory } = await indexFixture([]);
    const list = JSON.parse(readFileSync(join(directory, 'pagefind/records.json'), 'utf8'));
    expect(list).toEqual({ names: [], values: [], records: {} });
  });
});
