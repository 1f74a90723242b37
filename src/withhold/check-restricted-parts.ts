import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { AgendaStructure } from '../model/structure.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import { isRestrictedPart } from './decide-items.ts';

/**
 * Checks that a restricted part of an agenda or a supplement holds headings and item lines only: other text could be the
 * restricted report's. One problem for each passage.
 */
export function checkRestrictedParts(
  body: BodyFrontMatter,
  paper: CuttablePaper,
  structure: AgendaStructure,
  problems: Problem[],
): void {
  const parts = structure.parts.filter((part) => isRestrictedPart(body, part));
  for (const { start, end } of parts.flatMap((part) => [part.text, ...part.items.map((item) => item.text)])) {
    const first = paper.lines.slice(start, end).findIndex((line) => line.trim() !== '');
    if (first === -1) continue;
    problems.push(
      problemAt(
        { file: paper.file, line: paper.markdownLine + start + first, column: 1 },
        'restricted-part-text',
        'Text stands in a restricted part of the agenda, where only headings and item lines may.',
        'Move it to the restricted report, or take it out; a notice over the part is `restricted_notice` of the body.',
      ),
    );
  }
}
