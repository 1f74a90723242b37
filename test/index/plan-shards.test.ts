import { describe, expect, it } from 'vitest';
import { planShards, type RecordHead } from '../../src/index/plan-shards.ts';

const buildDate = '2026-11-20';

/** As many papers and resolutions as are asked for, of years in turn. */
function headsOf(papers: number, resolutions: number, years: readonly number[]): RecordHead[] {
  const make = (kind: RecordHead['kind'], count: number): RecordHead[] =>
    Array.from({ length: count }, (_, number) => {
      const date = `${years[number % years.length]}-03-0${1 + (number % 9)}`;
      return { kind, date, address: `/board/${date}/${kind}-${number}/` };
    });
  return [...make('paper', papers), ...make('resolution', resolutions)];
}

/** By shard, the numbers of its records in order. */
function numbersOf(heads: readonly RecordHead[]): Map<string, number[]> {
  return new Map(
    planShards(heads, buildDate).map(({ name, parts }) => [
      name,
      parts.flatMap(({ records }) => records.map(({ number }) => number)).sort((a, b) => a - b),
    ]),
  );
}

describe('planShards', () => {
  it('has one shard for a small site', () => {
    expect(planShards(headsOf(600, 400, [2019, 2026]), buildDate).map(({ name }) => name)).toEqual(['all']);
  });

  const heads = headsOf(1_200, 600, [2018, 2019, 2025, 2026]);
  const isOlder = ({ date }: RecordHead): boolean => date < '2025';
  const numbers = (isWanted: (head: RecordHead) => boolean): number[] =>
    heads.flatMap((head, number) => (isWanted(head) ? [number] : []));

  it('has two shards that hold each record once, and a small one of resolutions within the older', () => {
    expect(planShards(heads, buildDate).map(({ name, within }) => [name, within])).toEqual([
      ['current', undefined],
      ['older', undefined],
      ['resolutions', 'older'],
    ]);
    const shards = numbersOf(heads);
    expect(shards.get('current')).toEqual(numbers((head) => !isOlder(head)));
    expect(shards.get('older')).toEqual(numbers(isOlder));
    expect(shards.get('resolutions')).toEqual(numbers((head) => isOlder(head) && head.kind === 'resolution'));
  });

  it('has the files of a record in one shard, and the same parts in both that hold it', () => {
    const [current, older, resolutions] = planShards(heads, buildDate);
    const homes = (parts: typeof older): Set<string> => new Set(parts?.parts.map(({ home }) => home));
    expect(homes(current)).toEqual(new Set(['current']));
    expect(homes(older)).toEqual(new Set(['older', 'resolutions']));
    expect(homes(resolutions)).toEqual(new Set(['resolutions']));
    expect(older?.parts.filter(({ home }) => home === 'resolutions')).toEqual(resolutions?.parts);
  });

  it('leaves the older as they are when a record of the current year comes', () => {
    const added = planShards([...heads, ...headsOf(1, 0, [2026])], buildDate);
    const before = planShards(heads, buildDate);
    expect(added.slice(1)).toEqual(before.slice(1));
    expect(added[0]).not.toEqual(before[0]);
  });

  it('has resolutions within nothing where there are no older papers', () => {
    expect(
      planShards(headsOf(0, 1_200, [2019, 2026]), buildDate).map(({ name, within }) => [name, within]),
    ).toEqual([
      ['current', undefined],
      ['resolutions', undefined],
    ]);
  });
});
