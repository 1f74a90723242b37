import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatLimits } from '../../src/bench/limits/format-limits.ts';
import { modelAt } from '../../src/bench/limits/model-limits.ts';
import type { BenchRun, SizeMeasurements } from '../../src/bench/measurements.ts';
import { median } from '../../src/bench/measure/statistics.ts';
import { compareRun } from '../../src/bench/table/compare-run.ts';
import { judge, ratioOf, type Comparison } from '../../src/bench/table/comparison.ts';
import { formatNumber, formatQuantity } from '../../src/bench/table/format-quantity.ts';
import { formatMarkdown, formatText } from '../../src/bench/table/format-table.ts';
import { writeResults } from '../../src/bench/table/write-results.ts';

const sample = (seconds: number, peakBytes = 1e9): { seconds: number; peakBytes: number } => ({
  ...{ seconds, peakBytes },
});
const size = { files: 10, bytes: 5e6 };

/** A size at which every goal is reached by just as much as it must be. */
function onTheLine(papers: number): SizeMeasurements {
  return {
    papers,
    written: { files: papers, bytes: papers * 8000 },
    ours: {
      cold: [sample(39, 1.2e9), sample(40, 1.4e9), sample(44, 1.3e9)],
      afterCurrent: [sample(4)],
      afterSettled: [sample(10)],
      differingFiles: [],
      editToPage: [250],
      output: size,
      index: size,
    },
    peer: { render: [sample(10)], index: [sample(30, 3e9)], output: size, indexSize: size },
    queries: [
      { query: 'abuse', ours: { requests: 27, bytes: 150_000 }, oursInAll: { requests: 30, bytes: 180_000 }, plain: { requests: 18, bytes: 100_000 } }, // prettier-ignore
      { query: 'abuse', kind: 'resolution', ours: { requests: 3, bytes: 15 }, oursInAll: { requests: 9, bytes: 199_999 }, plain: { requests: 2, bytes: 10 } }, // prettier-ignore
    ],
    failures: [],
  };
}

function runOf(...sizes: SizeMeasurements[]): BenchRun {
  return { date: '2026-01-31', rounds: 3, circumstances: [['Node', '20.0.0']], sizes, missing: [] };
}

const verdicts = (run: BenchRun): string[] =>
  compareRun(run)
    .filter(({ goal }) => goal)
    .map((line) => judge(line));

test('a goal is reached on the line and missed past it', () => {
  const line: Comparison = { papers: 10_000, what: 'x', unit: 'seconds' };
  const of = (value: number): { value: number; lowest: number; highest: number } => ({
    ...{ value, lowest: value, highest: value },
  });
  const tenth = { of: 'ratio', limit: 0.1 } as const;
  expect(judge({ ...line, ours: of(4), peer: of(40), goal: tenth })).toBe('reached');
  expect(judge({ ...line, ours: of(4.1), peer: of(40), goal: tenth })).toBe('not reached');
  expect(judge({ ...line, ours: of(4), goal: tenth })).toBe('not measured');
  const below = { of: 'ours', limit: 200, isBelow: true } as const;
  expect(judge({ ...line, ours: of(199), goal: below })).toBe('reached');
  expect(judge({ ...line, ours: of(200), goal: below })).toBe('not reached');
  expect(judge({ ...line, ours: of(200), goal: { of: 'ours', limit: 200 } })).toBe('reached');
  expect(judge({ ...line, ours: of(1) })).toBe('no goal');
  expect(ratioOf({ ...line, ours: of(1), peer: of(0) })).toBeUndefined();
});

test('what is just good enough reaches every goal at 10,000 papers', () => {
  const small = { ...onTheLine(1_000), ours: { ...onTheLine(1_000).ours!, cold: [sample(4, 1e9)] } };
  expect(new Set(verdicts(runOf(small, onTheLine(10_000))))).toEqual(new Set(['reached']));
  expect(verdicts(runOf(small, onTheLine(10_000))).length).toBeGreaterThan(10);
});

test.each<[string, (good: SizeMeasurements) => SizeMeasurements]>([
  ['Publish from nothing', (good) => ({ ...good, ours: { ...good.ours!, cold: [sample(41)] } })],
  ['Peak memory, from nothing', (good) => ({ ...good, ours: { ...good.ours!, cold: [sample(4, 1.5e9)] } })],
  ['Publish after a correction, current year', (good) => ({ ...good, ours: { ...good.ours!, afterCurrent: [sample(4.1)] } })], // prettier-ignore
  ['Publish after a correction, settled year', (good) => ({ ...good, ours: { ...good.ours!, afterSettled: [sample(10.1)] } })], // prettier-ignore
  ['Files that differ from a publish from nothing', (good) => ({ ...good, ours: { ...good.ours!, differingFiles: ['a'] } })], // prettier-ignore
  ['Edit to page, npm start', (good) => ({ ...good, ours: { ...good.ours!, editToPage: [251] } })],
  ['Requests for “abuse”, against one plain index', (good) => ({ ...good, queries: [{ ...good.queries[0]!, ours: { requests: 28, bytes: 1 } }] })], // prettier-ignore
  ['Bytes for “abuse”, against one plain index', (good) => ({ ...good, queries: [{ ...good.queries[0]!, ours: { requests: 1, bytes: 150_001 } }] })], // prettier-ignore
  ['Bytes in all for “abuse”, resolutions only', (good) => ({ ...good, queries: [{ ...good.queries[1]!, oursInAll: { requests: 1, bytes: 200_000 } }] })], // prettier-ignore
])('a little too much misses the one goal it is about: %s', (what, spoil) => {
  const missed = compareRun(runOf(spoil(onTheLine(10_000)))).filter((line) => judge(line) === 'not reached');
  expect(missed.map((line) => line.what)).toEqual([what]);
});

test('growth is judged for each paper between 1,000 and 10,000', () => {
  const small = { ...onTheLine(1_000), ours: { ...onTheLine(1_000).ours!, cold: [sample(3.3, 1e6)] } };
  const growth = compareRun(runOf(small, onTheLine(10_000))).filter(({ unit }) => unit === 'times');
  expect(growth.map((line) => [line.what, judge(line)])).toEqual([
    ['Growth of time for each paper', 'not reached'],
    ['Growth of memory for each paper', 'not reached'],
  ]);
});

test('at other sizes than that of the goals nothing is judged', () => {
  expect(verdicts(runOf(onTheLine(1_000)))).toEqual([]);
});

test('the peer’s peak is of its larger program, and its time the sum of both', () => {
  const [cold, , , memory] = compareRun(runOf(onTheLine(10_000)));
  expect(cold?.peer?.value).toBe(40);
  expect(memory?.peer?.value).toBe(3e9);
});

test('a table tells ours, peer, ratio, goal and verdict, and the rounds’ range', () => {
  const text = formatText(runOf(onTheLine(10_000)));
  expect(text).toContain('Measured on 2026-01-31, 3 rounds');
  expect(text).toContain('Node: 20.0.0');
  expect(text).toMatch(
    /10000 +Publish from nothing +40\.0 s \(39\.0 s to 44\.0 s\) +40\.0 s +1\.00 +at most 1 of the peer +reached\n/,
  );
});

test('Markdown has the same, with what failed and what differs', () => {
  const broken = onTheLine(10_000);
  const run = {
    ...runOf({
      ...broken,
      ours: { ...broken.ours!, differingFiles: ['feed.xml'] },
      failures: ['the build ended\nbadly'],
    }),
    missing: ['Hugo is not there.'],
  };
  const text = formatMarkdown(run);
  expect(text).toContain('| papers | what | ours | peer | ratio | goal | verdict |');
  expect(text).toContain('| 10000 | Publish after a correction, current year | 4.00 s | 40.0 s | 0.10 | at most 0.1 of the peer | reached |'); // prettier-ignore
  expect(text).toContain('- Hugo is not there.');
  expect(text).toContain('- 10000 papers, differs: feed.xml');
  expect(text).toContain('- 10000 papers, failed: the build ended badly');
});

test('numbers are printed as short as they can be read', () => {
  expect(formatNumber(1.234, 'seconds')).toBe('1.23 s');
  expect(formatNumber(12.34, 'seconds')).toBe('12.3 s');
  expect(formatNumber(199_999, 'bytes')).toBe('200 kB');
  expect(formatNumber(1.456e9, 'bytes')).toBe('1.46 GB');
  expect(formatQuantity({ value: 18, lowest: 18, highest: 18 }, 'requests')).toBe('18');
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test('the model is the line through what was measured, and says that it is one', () => {
  const points = [
    { papers: 10_000, value: 55 },
    { papers: 1_000, value: 10 },
  ];
  expect(modelAt(points, 100_000)).toBeCloseTo(505);
  expect(modelAt(points.slice(1), 100_000)).toBeUndefined();
  const small = { ...onTheLine(1_000), ours: { ...onTheLine(1_000).ours!, cold: [sample(4)] } };
  const table = formatLimits({ sizes: [small, onTheLine(10_000)] });
  expect(table).toContain('| Publish from nothing | 40.0 s, measured | 400.0 s, model | 4000.0 s, model |');
  expect(formatLimits({ sizes: [onTheLine(10_000)] })).toContain(
    '| Publish from nothing | 40.0 s, measured | not measured | not measured |',
  );
});

test('results are put between their marks and nowhere else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-results-'));
  const file = join(folder, 'page.md');
  const marks = (name: string): string => `<!-- ${name}: begin -->\n\nold ${name}\n\n<!-- ${name}: end -->`;
  try {
    writeFileSync(
      file,
      `# Page\n\nbefore\n\n${marks('results')}\n\nbetween\n\n${marks('limits')}\n\nafter\n`,
    );
    await writeResults(file, runOf(onTheLine(10_000)));
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^# Page\n\nbefore\n\n<!-- results: begin -->/);
    expect(page).toMatch(/<!-- results: end -->\n\nbetween\n\n<!-- limits: begin -->/);
    expect(page).toMatch(/<!-- limits: end -->\n\nafter\n$/);
    expect(page).not.toContain('old');
    writeFileSync(file, '# Page\n');
    await expect(writeResults(file, runOf())).rejects.toThrow('no marks for its results');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
