import { expect, test } from 'vitest';
import { parseBenchOptions } from '../../src/bench/parse-bench-options.ts';

test('without options both are measured at 1,000 and 10,000 papers, three times, and nothing is written', () => {
  expect(parseBenchOptions([])).toEqual({
    sizes: [1_000, 10_000],
    rounds: 3,
    edits: 5,
    subjects: new Set(['ours', 'peer']),
    writes: false,
  });
});

test('sizes are measured from the smallest on', () => {
  expect(
    parseBenchOptions(['--papers', '100,30', '--only', 'peer', '--write', '--work', 'aside']),
  ).toMatchObject({
    sizes: [30, 100],
    subjects: new Set(['peer']),
    writes: true,
    work: 'aside',
  });
});

test.each([
  ['--papers', 'many'],
  ['--papers', '0'],
  ['--rounds', '1.5'],
  ['--edits', ''],
  ['--only', 'us'],
  ['--fast'],
])('what cannot be meant is refused: %s %s', (...args) => {
  expect(parseBenchOptions(args)).toEqual({ refusal: expect.stringContaining('--papers 1000,10000') });
});
