import { describe, expect, it } from 'vitest';
import { formatFinished, formatProgress } from '../../src/command-line/format-progress.ts';
import type { Progress } from '../../src/model/progress.ts';

const reading = (done: number, of: number): Progress => ({ stage: 'reading', done, of });

describe('a stage that is under way', () => {
  it.each<[string, Progress, before: number, seconds: number]>([
    ['Reading papers: 0 of 1 meeting', reading(0, 1), 0, 60],
    ['Reading papers: 1,234 of 9,876 meetings, about 2 minutes left', reading(1234, 9876), 0, 20],
    ['Reading papers: 100 of 1,000 meetings, about 40 seconds left', reading(100, 1000), 0, 4.2],
    ['Reading papers: 900 of 1,000 meetings, a few seconds left', reading(900, 1000), 0, 60],
    // Too little is known, or nothing worth saying is left.
    ['Reading papers: 49 of 1,000 meetings', reading(49, 1000), 0, 60],
    ['Reading papers: 500 of 1,000 meetings', reading(500, 1000), 0, 1.9],
    ['Reading papers: 999 of 1,000 meetings', reading(999, 1000), 0, 60],
    ['Reading papers: 1,000 of 1,000 meetings', reading(1000, 1000), 0, 60],
    // What was done before says nothing of how fast it goes.
    ['Reading papers: 902 of 1,000 meetings', reading(902, 1000), 900, 10],
    ['Reading papers: 910 of 1,000 meetings, about 90 seconds left', reading(910, 1000), 900, 9.9],
    ['Writing pages: 12 of 40 pages', { stage: 'writing', done: 12, of: 40 }, 0, 1],
    ['Finding papers', { stage: 'finding', done: 0 }, 0, 60],
  ])('reads: %s', (words, progress, before, seconds) => {
    expect(formatProgress({ progress, before, seconds })).toBe(words);
  });
});

describe('a stage that is done', () => {
  it.each<[string, Progress, seconds: number]>([
    ['Reading papers: 9,876 meetings in 42.1 s', reading(9876, 9876), 42.06],
    ['Looking through files for withheld text: 1 file in 0.6 s', { stage: 'auditing', done: 1, of: 1 }, 0.61],
    ['Keeping what was made for the next build, in 3.0 s', { stage: 'keeping', done: 0 }, 3],
  ])('reads: %s', (words, progress, seconds) => {
    expect(formatFinished({ progress, before: 0, seconds })).toBe(words);
  });
});
