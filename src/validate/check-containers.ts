import type { Block } from '../markdown/parse-blocks.ts';
import { containerOpening } from '../markdown/parse-containers.ts';
import { plainLetters } from '../model/plain-letters.ts';
import type { Complain } from './complaint.ts';

/** Characters that look like a colon, or are beside it on the keyboard. */
const colons = '[:;\\u2236\\ua789\\u02d0\\u02f8\\u0589\\u05c3]';

/** What was probably meant to begin or end a passage: two colons at the head of a line, or any before a passage's name. */
const nearly = new RegExp(
  `^[\\s>*+-]*(?:${colons}{2,}|${colons}+\\s*(?:exempt|public-?\\s?summary)\\b)`,
  'iu',
);

/**
 * A line of colons counts only where the parser took it for a passage's: one in a list, quote, table or code block,
 * indented, with other colons, with fewer or with more of them, would leave it open what is cut.
 */
export function checkContainers(
  lines: readonly string[],
  blocks: readonly Block[],
  complain: Complain,
  unknown: readonly [what: string, instead: string],
): void {
  const known = new Set<number>();
  for (const block of blocks) {
    if (block.kind !== 'container') continue;
    known.add(block.start).add(block.end - 1);
    if (block.name === 'withheld') complain(block.start, 'container-unknown', ...unknown);
    if (block.name === 'exempt' && block.words === '') {
      complain(
        block.start,
        'exempt-without-reason',
        'A passage is cut out here, and the notice that takes its place has no reason to give.',
        'Write the reason after the word, as the public may read it: `::: exempt paragraph 3, financial affairs`.',
      );
    }
    if (block.name === 'lang' && !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(block.words)) {
      complain(
        block.start,
        'lang-without-language',
        'This passage does not say which language it is in.',
        'Write the language’s tag: `::: lang cy`.',
      );
    }
  }
  lines.forEach((line, index) => {
    const plain = plainLetters(line);
    if (known.has(index) || !(plain.includes(':::') || nearly.test(plain))) return;
    const what = containerOpening.test(line)
      ? 'A passage that begins with three colons stands inside another, or in a list, a quote, a table or code.'
      : plain.includes(':::')
        ? 'Three colons stand here where no passage begins or ends.'
        : 'This line seems meant to begin or end a passage, and has not three colons.';
    complain(
      index,
      'container-odd',
      what,
      'Put the line at the left margin, with an empty line before it, outside every list, quote, table and other passage: `::: exempt …` to begin, `:::` to end.',
    );
  });
}
