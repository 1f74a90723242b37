import type { Block } from '../markdown/parse-blocks.ts';
import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open } from '../model/sealed.ts';
import type { ValidReport } from '../model/valid.ts';
import { findItemReference, readMinutesHeading } from './read-minutes-heading.ts';

/**
 * Finds minutes that were filed as a report: in a report nothing is withheld item by item, so the record of a restricted
 * item would be published with the rest. Minutes of an earlier meeting are easily filed so, as the paper of "Minutes of
 * the last meeting".
 */
export function checkReportHeadings(
  body: BodyFrontMatter,
  report: ValidReport,
  blocks: readonly Block[],
): readonly Problem[] {
  const { frontMatter, source } = open(report.content);
  if (frontMatter.restricted) return [];
  const problems: Problem[] = [];
  for (const [index, block] of blocks.entries()) {
    const typed = block.kind === 'heading' ? block.text : block.kind === 'paragraph' ? block.boldLine : '';
    if (typed === '') continue;
    const heading = readMinutesHeading(typed, findItemReference(block, blocks[index + 1])?.code);
    if (heading.kind !== 'item' || heading.code === undefined || heading.code === frontMatter.item) continue;
    if (!body.restricted_parts.includes(heading.code[0]!)) continue;
    problems.push(
      problemAt(
        { file: report.file, line: source.markdownLine + block.start, column: 1 },
        'minutes-in-report',
        'This report has the heading of an item in a restricted part, as minutes have, and in a report nothing is withheld item by item.',
        'File minutes as `minutes.md` in the folder of their own meeting, and lead to them from the agenda: `- Paper: ../2021-07-13/minutes.md`. In a report, write the heading without the item’s number.',
      ),
    );
  }
  return problems;
}
