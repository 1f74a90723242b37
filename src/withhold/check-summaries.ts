import { containerOpening } from '../markdown/parse-containers.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { CuttablePaper } from './cut-markdown.ts';

/**
 * A public summary stands only in the minute of a restricted item. Anywhere else the words around it are public too, which
 * whoever wrote it did not expect. `allowed` are the lines of the opening fences that stand where they may.
 */
export function checkSummaries(
  paper: CuttablePaper,
  allowed: ReadonlySet<number>,
  problems: Problem[],
): void {
  paper.lines.forEach((line, index) => {
    if (
      allowed.has(index) ||
      paper.isWithheldLine(index) ||
      containerOpening.exec(line)?.[1] !== 'public-summary'
    )
      return;
    problems.push(
      problemAt(
        { file: paper.file, line: paper.markdownLine + index, column: 1 },
        'summary-of-open-item',
        'A public summary stands where all is public, so the words around it would be published too.',
        'Take the two lines of colons out and keep the words, or write `restricted: true`; a summary belongs into the minute of a restricted item.',
      ),
    );
  });
}
