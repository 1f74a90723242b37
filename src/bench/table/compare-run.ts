import type { BenchRun, QueryMeasurement, SizeMeasurements } from '../measurements.ts';
import { median } from '../measure/statistics.ts';
import type { Sample } from '../measure/run-program.ts';
import type { Comparison, Goal, Quantity, Unit } from './comparison.ts';

/** The goals are for a corpus of this size or more, and growth is from the small size to it. */
const goalPapers = 10_000;
const smallPapers = 1_000;

const ratio = (limit: number): Goal => ({ of: 'ratio', limit });
const ours = (limit: number): Goal => ({ of: 'ours', limit });

const goals = {
  cold: ratio(1),
  memory: { of: 'ours', limit: 1.5e9, isBelow: true },
  current: ratio(0.1),
  settled: ratio(0.25),
  identical: ours(0),
  edit: ours(250),
  growth: ours(1.2),
  search: ratio(1.5),
  resolutions: { of: 'ours', limit: 200_000, isBelow: true },
} as const satisfies { readonly [name: string]: Goal };

/** Of each round, ours and the peer's; undefined where nothing was measured. */
type Numbers = readonly [ours: readonly number[] | undefined, peer?: readonly number[] | undefined];

/** The lines of a run's table, size by size, each with its goal where it has one. */
export function compareRun(run: BenchRun): Comparison[] {
  return [...run.sizes.flatMap(compareSize), ...compareGrowth(run.sizes)];
}

function compareSize(size: SizeMeasurements): Comparison[] {
  const { papers, ours: our, peer, queries } = size;
  const line = (what: string, unit: Unit, numbers: Numbers, goal?: Goal): Comparison => ({
    ...{ papers, what, unit },
    ...quantityIn('ours', numbers[0]),
    ...quantityIn('peer', numbers[1]),
    ...(goal === undefined || papers < goalPapers ? {} : { goal }),
  });
  const peerSeconds = peer?.render.map(({ seconds }, round) => seconds + peer.index[round]!.seconds);
  const peerBytes = peer?.render.flatMap((render, round) => {
    const both = [render.peakBytes, peer.index[round]!.peakBytes];
    return both.every((each) => each !== undefined) ? [Math.max(...both)] : [];
  });
  return [
    line('Publish from nothing', 'seconds', [secondsOf(our?.cold), peerSeconds], goals.cold),
    line('of that, the peer’s pages (Hugo)', 'seconds', [undefined, secondsOf(peer?.render)]),
    line('of that, the peer’s index (Pagefind)', 'seconds', [undefined, secondsOf(peer?.index)]),
    line('Peak memory, from nothing', 'bytes', [bytesOf(our?.cold), peerBytes], goals.memory),
    line(
      'Publish after a correction, current year',
      'seconds',
      [secondsOf(our?.afterCurrent), peerSeconds],
      goals.current,
    ),
    line(
      'Publish after a correction, settled year',
      'seconds',
      [secondsOf(our?.afterSettled), peerSeconds],
      goals.settled,
    ),
    line('Publish in two parts: the parts, at the same time', 'seconds', [
      our?.inParts && [Math.max(...our.inParts.parts.map(({ seconds }) => seconds))],
    ]),
    line('and joining them', 'seconds', [our?.inParts && [our.inParts.join.seconds]]),
    line('Peak memory, after a correction', 'bytes', [
      our && bytesOf([...our.afterCurrent, ...our.afterSettled]),
      peerBytes,
    ]),
    line(
      'Files that differ from a publish from nothing',
      'files',
      [our && [our.differingFiles.length]],
      goals.identical,
    ),
    line('Edit to page, npm start', 'milliseconds', [our?.editToPage], goals.edit),
    line('Files of the site', 'files', [our && [our.output.files], peer && [peer.output.files]]),
    line('Bytes of the site', 'bytes', [our && [our.output.bytes], peer && [peer.output.bytes]]),
    line('Bytes of the search index', 'bytes', [our && [our.index.bytes], peer && [peer.indexSize.bytes]]),
    ...queries.flatMap((query) => compareQuery(query, line)),
  ];
}

function compareQuery(
  { query, kind, ours: our, oursInAll, plain }: QueryMeasurement,
  line: (what: string, unit: Unit, numbers: Numbers, goal?: Goal) => Comparison,
): Comparison[] {
  const asked = kind === undefined ? `“${query}”` : `“${query}”, ${kind}s only`;
  return [
    line(
      `Requests for ${asked}, against one plain index`,
      'requests',
      [[our.requests], [plain.requests]],
      goals.search,
    ),
    line(`Bytes for ${asked}, against one plain index`, 'bytes', [[our.bytes], [plain.bytes]], goals.search),
    ...(kind === 'resolution'
      ? [line(`Bytes in all for ${asked}`, 'bytes', [[oursInAll.bytes]], goals.resolutions)]
      : []),
  ];
}

/** Time and memory for each paper at the size of the goals, in times those at the small size. */
function compareGrowth(sizes: readonly SizeMeasurements[]): Comparison[] {
  const small = sizes.find(({ papers }) => papers === smallPapers);
  const large = sizes.find(({ papers }) => papers >= goalPapers);
  if (small === undefined || large === undefined) return [];
  const growth = (number: (size: SizeMeasurements) => number | undefined): readonly number[] | undefined => {
    const [before, after] = [number(small), number(large)];
    if (before === undefined || after === undefined) return undefined;
    return [after / large.written.files / (before / small.written.files)];
  };
  const medianOf = (values: readonly number[] | undefined): number | undefined =>
    values === undefined || values.length === 0 ? undefined : median(values);
  return (
    [
      ['Growth of time for each paper', secondsOf],
      ['Growth of memory for each paper', bytesOf],
    ] as const
  ).map(([what, numbersOf]) => ({
    ...{ papers: large.papers, what, unit: 'times', goal: goals.growth },
    ...quantityIn(
      'ours',
      growth(({ ours: our }) => medianOf(numbersOf(our?.cold))),
    ),
  }));
}

function secondsOf(samples: readonly Sample[] | undefined): readonly number[] | undefined {
  return samples?.map(({ seconds }) => seconds);
}

function bytesOf(samples: readonly Sample[] | undefined): readonly number[] | undefined {
  return samples?.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
}

function quantityIn<Name extends 'ours' | 'peer'>(
  name: Name,
  values: readonly number[] | undefined,
): { readonly [each in Name]?: Quantity } {
  if (values === undefined || values.length === 0) return {};
  const quantity = { value: median(values), lowest: Math.min(...values), highest: Math.max(...values) };
  return { [name]: quantity } as { readonly [each in Name]: Quantity };
}
