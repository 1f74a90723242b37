import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import { createHeadingTest } from './check-restricted-headings.ts';
import type { MeetingVerdict } from './decide-access.ts';

/**
 * Goes through the public lines of an agenda, a supplement or minutes for one that reads like the heading of a restricted
 * item or part: what follows it would be published with the item before it. `judged` are the lines of headings that were
 * recognised, restricted ones among them.
 */
export function checkPublicLines(
  body: BodyFrontMatter,
  verdict: MeetingVerdict,
  paper: CuttablePaper,
  judged: ReadonlySet<number>,
  problems: Problem[],
): void {
  const items = [...verdict.items].flatMap(([code, item]) =>
    item.restricted && item.isListed ? [{ code, title: item.title }] : [],
  );
  const letters = [
    ...new Set([
      ...body.restricted_parts,
      ...items.map((item) => item.code[0]!).filter((letter) => /[A-Z]/.test(letter)),
    ]),
  ];
  const isHeading = createHeadingTest(letters, items);
  paper.lines.forEach((line, index) => {
    if (paper.isWithheldLine(index) || judged.has(index) || line.trim() === '' || !isHeading(line)) return;
    problems.push(
      problemAt(
        { file: paper.file, line: paper.markdownLine + index, column: 1 },
        'restricted-heading-odd',
        'This line reads like the heading of a restricted item, and it is not written as a heading, so what follows it would be published.',
        'Write it as a heading on a line of its own (`### D1 Its title`); in a sentence, write the words in another order.',
      ),
    );
  });
}
