import { plainLetters } from '../model/plain-letters.ts';
import type { Complain } from './complaint.ts';

const mergeMark = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;
const secretField = /^[\s"'`*_>-]*(?:restricted|classification|exempt|confidential)["'`*_]*\s*:/i;
const frontMatterBegins = /^\s*(?:-{3,}|\+{3}|;{3}|[–—]{1,3})\s*$/;
/** `title: Report`, as only front matter is written: a heading of a letter begins with a capital. */
const anyField = /^["']?[a-z_]{2,}["']?:(?:\s|$)/;
const abbreviation = /^\*\[[^\]]+\]:/;
/** `##Title`, seven signs, or a space that Word made after the signs: the line would be printed, signs and all. */
const nearlyHeading = /^ {0,3}(?:#{2,6}[^#\s]|#{7}|#{1,6}(?![ \t])\s)/u;

/** Front matter and headings have their place: how far down a stray flag is looked for. */
const flagLines = 30;

/** Checks the lines of a paper one by one for what was meant to be something else than text. */
export function checkLines(lines: readonly string[], complain: Complain): void {
  const first = lines.findIndex((line) => line.trim() !== '');
  lines.forEach((line, index) => {
    if (mergeMark.test(line)) {
      complain(
        index,
        'merge-mark',
        'Two versions of this paper were joined and not sorted out: a mark of the join stands here.',
        'Keep the right one of the two versions and delete the lines of seven signs.',
      );
    } else if (index === first && frontMatterBegins.test(line)) {
      complain(
        index,
        'front-matter-second',
        'A second block of front matter seems to begin here.',
        'Keep one block, at the very top of the file.',
      );
    } else if (
      (index < flagLines && secretField.test(plainLetters(line))) ||
      (index === first && anyField.test(line))
    ) {
      complain(
        index,
        'field-in-text',
        'A line that looks like front matter stands in the text, so the front matter may have ended too early.',
        'Move the field above the second line of dashes, or write the line as part of a sentence.',
      );
    } else if (abbreviation.test(line)) {
      complain(
        index,
        'abbreviation-definition',
        'Definitions of abbreviations are not read from papers, and this line would be printed.',
        'Put the abbreviation into data/glossary.yaml, or write it out in the text.',
      );
    } else if (nearlyHeading.test(line)) {
      complain(
        index,
        'heading-without-space',
        'This line begins with number signs and is not a heading, so it would be printed as text.',
        'Write two to six number signs and one ordinary space before the words: `### B2 Its title`.',
      );
    }
  });
}
