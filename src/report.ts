import type { Problem } from './model/problem.ts';

/** Writes text to the terminal or a file. */
export type Write = (text: string) => void;

/** Prints problems, each with its place, what is wrong, what to write instead and its code, then how many there are. */
export function reportProblems(
  problems: readonly Problem[],
  write: Write,
  kind: 'published' | 'checked' | 'part' = 'published',
): void {
  for (const problem of problems) {
    write(
      `${problem.file}:${problem.line}:${problem.column}\n  ${problem.what}\n  ${problem.instead}   [${problem.code}]\n\n`,
    );
  }
  const stopped = problems.length === 1 ? 'One problem stops' : `${problems.length} problems stop`;
  write(
    kind === 'checked'
      ? `${stopped} a build of these papers.\n`
      : kind === 'part'
        ? `${stopped} this part of the build, and it was not made.\n`
        : `${stopped} this build. Nothing was published; the site that stands is as it was.\n`,
  );
}
