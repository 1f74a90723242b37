import type { ParsedMarkdown } from '../markdown/parse-blocks.ts';
import type { Complain } from './complaint.ts';

type Definition = ParsedMarkdown['environment']['definitions'][number];

/**
 * Checks footnotes and link definitions: each has one text, and something refers to it. One that nothing refers to
 * would not be printed, and so would be lost without a word.
 */
export function checkDefinitions(lines: readonly string[], parsed: ParsedMarkdown, complain: Complain): void {
  const { definitions } = parsed.environment;
  const seen = new Set<string>();
  for (const definition of definitions) {
    const key = `${definition.kind} ${definition.label}`;
    if (seen.has(key)) {
      complain(
        definition.start,
        'definition-twice',
        'Two footnotes, or two links, have the same name, and one of them would not be shown.',
        'Give each its own name, here and where the text refers to it.',
      );
    } else if (!isUsed(definition, lines)) {
      if (definition.kind === 'footnote') {
        complain(
          definition.start,
          'footnote-unused',
          'Nothing in the text refers to this footnote, so it would not be shown.',
          'Write `[^…]` with its name where it belongs, or take it out.',
        );
      } else {
        complain(
          definition.start,
          'link-definition-unused',
          'This line is read as the address of a link, and nothing in the text refers to it, so it would not be shown.',
          'Refer to it, as in `[the words][name]`, or take it out; write a note to colleagues as `<!-- … -->`.',
        );
      }
    }
    seen.add(key);
  }
  for (const { text, line } of parsed.texts) {
    if (/\[\^[^\]\s]+\]/.test(text)) {
      complain(
        line,
        'footnote-missing',
        'The text refers to a footnote that this paper does not have.',
        'Write the footnote on a line of its own: `[^1]: Its words.`',
      );
    }
  }
}

/** Whether a line outside the definition itself refers to it. */
function isUsed(definition: Definition, lines: readonly string[]): boolean {
  const mark = definition.kind === 'footnote' ? `[^${definition.label}]` : `[${definition.label}]`;
  const rest = lines.filter((_, index) => index < definition.start || index >= definition.end);
  return rest.join(' ').replace(/\s+/g, ' ').toLowerCase().includes(mark);
}
