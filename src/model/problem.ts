/**
 * Where a problem stands: a file as the officer names it (from the project's root, such as
 * `content/parish-council/2021-11-18/agenda.md`), and a line and column counted from 1.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Something that stops the build and that an officer can mend. Problems are values all the way:
 * stages return them, `src/publish.ts` throws them once, `src/report.ts` prints them.
 *
 * `what` and `instead` are whole sentences. Neither may hold a word of a restricted paper: a build's
 * log is read by more people than the paper is.
 */
export interface Problem extends Place {
  /** Stable for ever, kebab-case; each has a line in MESSAGES.md. */
  readonly code: string;
  /** What is wrong and why it matters, in the officer's words. */
  readonly what: string;
  /** What to write or do instead. */
  readonly instead: string;
}

/** Makes a problem at a place. */
export function problemAt(place: Place, code: string, what: string, instead: string): Problem {
  return { file: place.file, line: place.line, column: place.column, code, what, instead };
}

/** Orders problems by file, line, column and code, so that two runs print the same list. */
export function compareProblems(first: Problem, second: Problem): number {
  return (
    compareText(first.file, second.file) ||
    first.line - second.line ||
    first.column - second.column ||
    compareText(first.code, second.code) ||
    compareText(first.what, second.what)
  );
}

/** Orders text by code unit: the same on every machine, whatever its locale. */
export function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Thrown once, at the edge, with every problem of the run. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
  readonly problems: readonly Problem[];

  /** Sorts the problems and drops exact repeats. */
  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problem(s) stop this build`);
    this.problems = [...problems]
      .sort(compareProblems)
      .filter((problem, index, all) => index === 0 || compareProblems(problem, all[index - 1]!) !== 0);
  }
}
