import type { ParsedMarkdown } from '../markdown/parse-blocks.ts';
import { plainLetters } from '../model/plain-letters.ts';
import type { Complain } from './complaint.ts';
import { oneLine } from './read-headings.ts';

/** An item's code at the head of a line: `D1`, `D 1`, `D1.`. */
const code = /^[A-Z]\s?[0-9lIO]{1,2}(?![A-Za-z0-9])/;

/** Marks that stand before the words of a line as typed, none of which hides a letter. */
const outerMarks = /^[\s>#+|-]*/;

/**
 * Checks what holds for the headings of agendas, supplements and minutes, whose headings decide who may read
 * what follows them: they stand at the left margin, and an item's code stands bare at the head of its heading.
 */
export function checkHeadingPlaces(parsed: ParsedMarkdown, complain: Complain): void {
  const boldLines = new Set(
    parsed.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.boldLine !== '' ? [block.start] : [],
    ),
  );
  for (const { line, source, text, isHeading, isTop } of parsed.texts) {
    if (isHeading && !isTop) {
      complain(
        line,
        'heading-nested',
        'A heading stands in a list, a quote or between two lines of colons (:::), where no item can begin.',
        'Put it at the left margin, outside of them.',
      );
    } else if (!isHeading && !(isTop && boldLines.has(line)) && hidesCode(source, text)) {
      complain(
        line,
        'item-code-dressed',
        'This text begins with the number of an item in bold, in a link or in other dress, and it is not a heading, so whose words follow it cannot be known.',
        'Write a heading of its own line (`### B3 Its title`); in a sentence, write the number plainly.',
      );
    }
  }
}

/** Whether a reader sees a code first where the source has something else first. */
function hidesCode(source: string, text: string): boolean {
  const seen = code.exec(plainLetters(oneLine(text)).replace(outerMarks, ''))?.[0];
  return seen !== undefined && !oneLine(source).replace(outerMarks, '').startsWith(seen);
}
