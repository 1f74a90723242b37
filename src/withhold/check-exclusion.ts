import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import { plainLetters } from '../model/plain-letters.ts';
import { problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { AgendaStructure } from '../model/structure.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import { isRestrictedPart } from './decide-items.ts';

/** "Exclusion of the Press and Public", "Public to be excluded", "In camera". */
const exclusion =
  /\bexclu(?:sion|de|ded|ding)\b.*\b(?:press|public)\b|\b(?:press|public)\b.*\bexclu(?:sion|de|ded|ding)\b|\bnot open to the (?:press|public)\b|\bin camera\b|\bclosed session\b/i;

/**
 * Refuses items that stand in an open part though the agenda says that the public is excluded from there on: by the heading of
 * their part, or by an item before them, as councils' agendas have it.
 */
export function checkExclusion(
  body: BodyFrontMatter,
  paper: CuttablePaper,
  structure: AgendaStructure,
  problems: Problem[],
): void {
  for (const part of structure.parts.filter((candidate) => !isRestrictedPart(body, candidate))) {
    const excluding = part.items.findIndex((item) => exclusion.test(plainLetters(item.title)));
    const isPart = exclusion.test(plainLetters(part.title ?? ''));
    const first = isPart ? part.items[0] : excluding === -1 ? undefined : part.items[excluding + 1];
    if (first === undefined) continue;
    problems.push(
      problemAt(
        { file: paper.file, line: paper.markdownLine + first.line, column: 1 },
        'exclusion-open-part',
        'This item and those after it stand in an open part, though the agenda excludes the public from here on.',
        'Write a heading before it that has the word restricted or exempt, such as `## Exempt items`.',
      ),
    );
  }
}
