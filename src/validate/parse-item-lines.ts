import type { Block, ListItem } from '../markdown/parse-blocks.ts';
import { plainLetters } from '../model/plain-letters.ts';
import { itemWords } from '../model/structure.ts';
import type { ItemLine, ItemWord } from '../model/structure.ts';
import type { Complain } from './complaint.ts';
import { nearestWord } from './nearest-word.ts';
import { oneLine } from './read-headings.ts';

/** A line of a list read as `Word: value`, or with the word that it is near to. */
interface ReadItemLine {
  readonly word?: ItemWord;
  readonly near?: ItemWord;
  readonly value: string;
}

/** Words that decide what is public: without a colon too, a line that begins with one is no ordinary text. */
const decidingWords: readonly ItemWord[] = ['Not for publication', 'Title withheld', 'Opened'];

/**
 * Parses the list directly under an item's heading as item lines (`Word: value`). Undefined when it is an ordinary
 * list, none of whose lines looks like one. A list of both, or with a word that is nearly one, is a problem.
 */
export function parseItemLines(
  list: Block & { kind: 'list' },
  complain: Complain,
): readonly ItemLine[] | undefined {
  const read = list.items.map((item) => ({ ...readItemLine(item.text), item }));
  if (!read.some((line) => line.word !== undefined || line.near !== undefined)) return undefined;
  const lines: ItemLine[] = [];
  for (const { word, near, value, item } of read) {
    const { start } = item;
    if (hasMore(item)) {
      complain(
        start,
        'item-line-more',
        'Under this line of the item stands more than its one paragraph, which would be lost.',
        'Write the line as one paragraph, and the rest as text under the list.',
      );
    }
    if (word === undefined) {
      complain(
        start,
        'item-line-word',
        'This is not a line that an item of the agenda can have.',
        near === undefined
          ? `Begin it with one of the words ${itemWords.join(', ')} and a colon, or move it into a paragraph of its own.`
          : `Did you mean \`${near}${near === 'Title withheld' ? '' : ':'}\`?`,
      );
    } else if ((value === '') !== (word === 'Title withheld')) {
      complain(
        start,
        'item-line-value',
        `The line \`${word}\` ${value === '' ? 'says nothing after its colon' : 'takes no words after it'}.`,
        value === '' ? `Write \`- ${word}: …\`.` : `Write \`- ${word}\` alone.`,
      );
    } else if (lines.some((line) => line.word === word) && word !== 'Paper') {
      complain(
        start,
        'item-line-twice',
        `The line \`${word}\` stands twice under this item.`,
        'Keep one of them.',
      );
    } else {
      lines.push({ word, value, line: start });
    }
  }
  return lines;
}

/** Reads one line of a list, or one paragraph, as an item line. */
export function readItemLine(text: string): ReadItemLine {
  const typedLine = oneLine(text);
  const line = plainLetters(typedLine);
  const colon = line.indexOf(':');
  const typed = colon === -1 ? line : line.slice(0, colon).trim();
  const value = colon === -1 ? '' : typedLine.slice(typedLine.indexOf(':') + 1).trim();
  const word = itemWords.find((candidate) => candidate === typed);
  const isAsTyped = typedLine.startsWith(typed) && typedLine.indexOf(':') === colon;
  if (word !== undefined && isAsTyped && (colon !== -1 || word === 'Title withheld')) return { word, value };
  if (word !== undefined) return { near: word, value };
  const deciding = decidingWords.find((candidate) => line.toLowerCase().startsWith(candidate.toLowerCase()));
  if (deciding !== undefined) return { near: deciding, value };
  if (colon === -1 && nearestWord(typed, decidingWords) === undefined) return { value };
  const near = nearestWord(typed, itemWords) as ItemWord | undefined;
  return near === undefined ? { value } : { near, value };
}

/** Whether an item of the list holds more than its first paragraph. */
function hasMore(item: ListItem): boolean {
  return item.blocks.length > 1 || item.blocks.some((block) => block.kind !== 'paragraph');
}
