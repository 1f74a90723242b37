import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { open } from '../model/sealed.ts';
import type { MinutesStructure } from '../model/structure.ts';
import type { ValidMeeting } from '../model/valid.ts';
import { looksLikeRestrictedHeading } from './check-restricted-headings.ts';
import { isRestrictedPart } from './decide-access.ts';
import type { CuttablePaper } from './cut-markdown.ts';

/**
 * Goes through the public lines of minutes for one that reads like the heading of a restricted item: what follows it
 * would be published with the item before it.
 */
export function checkPublicLines(body: BodyFrontMatter, meeting: ValidMeeting, structure: MinutesStructure, paper: CuttablePaper, problems: Problem[]): void {
  const parts = meeting.agenda === undefined ? [] : open(meeting.agenda.content).structure.parts;
  const restricted = parts.filter((part) => isRestrictedPart(body, part));
  const letters = [...new Set([...body.restricted_parts, ...restricted.flatMap((part) => part.letter ?? [])])];
  const items = restricted.flatMap((part) => part.items);
  // The headings that were recognised, restricted parts' among them, have been judged already.
  const headings = new Set(structure.minutes.map((minute) => minute.line));
  paper.lines.forEach((line, index) => {
    if (paper.isWithheldLine(index) || headings.has(index) || structure.partHeadings.includes(index)) return;
    if (paper.document.comments.some((comment) => comment.line === index) || !looksLikeRestrictedHeading(line, letters, items)) return;
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
