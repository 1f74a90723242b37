import { expect } from 'vitest';
import { PublishError } from '../../src/model/problem.ts';
import type { Problem } from '../../src/model/problem.ts';

/** A problem as a table tells it: the file's name without its folders, the line, the code. */
export type ExpectedProblem = readonly [file: string, line: number, code: string];

/** Compares problems, as an officer is shown them (each once), to a table of file, line and code in any order. */
export function expectProblems(problems: readonly Problem[], expected: readonly ExpectedProblem[]): void {
  const order = (rows: readonly ExpectedProblem[]): string[] =>
    rows.map(([file, line, code]) => `${file}:${line} ${code}`).sort();
  const found = new PublishError(problems).problems.map(({ file, line, code }): ExpectedProblem => [
    file.split('/').at(-1)!,
    line,
    code,
  ]);
  expect(order(found)).toEqual(order(expected));
}
