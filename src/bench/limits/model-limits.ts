import { median } from '../measure/statistics.ts';
import type { BenchRun, SizeMeasurements } from '../measurements.ts';
import type { Unit } from '../table/comparison.ts';

/** A number at one size, and whether it was measured or is reckoned from what was. */
export interface LimitValue {
  readonly papers: number;
  readonly value: number;
  readonly source: 'measured' | 'model';
}

/** How one thing grows: a value for each size that was asked for. */
export interface LimitRow {
  readonly what: string;
  readonly unit: Unit;
  readonly values: readonly LimitValue[];
}

/** A measured number of papers, and what was measured there. */
export interface MeasuredPoint {
  readonly papers: number;
  readonly value: number;
}

/** What is looked at, and how it is read from the measurements of a size. */
const quantities: readonly (readonly [
  what: string,
  unit: Unit,
  read: (size: SizeMeasurements) => number | undefined,
])[] = [
  ['Publish from nothing', 'seconds', ({ ours }) => medianOf(ours?.cold.map(({ seconds }) => seconds))],
  [
    'Publish after a correction, current year',
    'seconds',
    ({ ours }) => medianOf(ours?.afterCurrent.map(({ seconds }) => seconds)),
  ],
  [
    'Peak memory',
    'bytes',
    ({ ours }) =>
      medianOf(ours?.cold.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]))),
  ],
  ['Files of the site', 'files', ({ ours }) => ours?.output.files],
  ['Bytes of the site', 'bytes', ({ ours }) => ours?.output.bytes],
  ['Bytes of the search index', 'bytes', ({ ours }) => ours?.index.bytes],
  [
    'Bytes of a query, first results',
    'bytes',
    ({ queries }) => medianOf(queries.filter(({ kind }) => kind === undefined).map(({ ours }) => ours.bytes)),
  ],
  [
    'Bytes of a query on resolutions',
    'bytes',
    ({ queries }) =>
      medianOf(queries.filter(({ kind }) => kind !== undefined).map(({ oursInAll }) => oursInAll.bytes)),
  ],
];

/** The sizes for which the limits are told. */
export const limitSizes = [10_000, 100_000, 1_000_000] as const;

/**
 * For each thing and size the number that was measured or, where none was, the model's. A thing that was measured at one
 * size only has no model, and its other sizes are left out.
 */
export function modelLimits({ sizes }: Pick<BenchRun, 'sizes'>): LimitRow[] {
  return quantities.flatMap(([what, unit, read]) => {
    const points = sizes.flatMap((size) => {
      const value = read(size);
      return value === undefined ? [] : [{ papers: size.papers, value }];
    });
    const values = limitSizes.flatMap((papers) => valueAt(points, papers));
    return values.length === 0 ? [] : [{ what, unit, values }];
  });
}

/**
 * The model is a straight line through the smallest and the largest corpus measured: a part that every site pays, and a part for each
 * paper. Everything counted here is a sum over papers or pages or a list of them, so that nothing grows faster; where
 * something does (a register of all resolutions in one page), the line is too low, and BENCHMARKS.md says so.
 */
export function modelAt(points: readonly MeasuredPoint[], papers: number): number | undefined {
  const sorted = [...points].sort((first, second) => first.papers - second.papers);
  const [smallest, largest] = [sorted[0], sorted.at(-1)];
  if (smallest === undefined || largest === undefined || smallest.papers === largest.papers) return undefined;
  const slope = (largest.value - smallest.value) / (largest.papers - smallest.papers);
  return largest.value + slope * (papers - largest.papers);
}

function valueAt(points: readonly MeasuredPoint[], papers: number): LimitValue[] {
  const measured = points.find((point) => point.papers === papers);
  if (measured !== undefined) return [{ papers, value: measured.value, source: 'measured' }];
  const value = modelAt(points, papers);
  return value === undefined ? [] : [{ papers, value, source: 'model' }];
}

function medianOf(values: readonly number[] | undefined): number | undefined {
  return values === undefined || values.length === 0 ? undefined : median(values);
}
