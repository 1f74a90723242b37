import type { Block } from '../markdown/parse-blocks.ts';
import { plainLetters } from '../model/plain-letters.ts';
import { itemWords } from '../model/structure.ts';
import type { ItemLine } from '../model/structure.ts';
import type { Complain } from './complaint.ts';
import { nearestWord } from './nearest-word.ts';
import { oneLine } from './read-headings.ts';

/**
 * Parses the list directly under an item's heading as item lines (`Word: value`). Undefined when it is an ordinary
 * list, none of whose lines looks like one. A list of both, or with a word that is nearly one, is a problem.
 */
export function parseItemLines(list: Block & { kind: 'list' }, complain: Complain): readonly ItemLine[] | undefined {
  const read = list.items.map((item) => ({ ...readItemLine(item.text), start: item.start }));
  if (!read.some((line) => line.word !== undefined || line.near !== undefined)) return undefined;
  const lines: ItemLine[] = [];
  for (const { word, near, value, start } of read) {
    if (word === undefined) {
      complain(
        start,
        'item-line-word',
        'This is not a line that an item of the agenda can have.',
        near === undefined
          ? `Begin it with one of the words ${itemWords.join(', ')} and a colon, or move it into a paragraph of its own.`
          : `Did you mean \`${near}:\`?`,
      );
    } else if ((value === '') !== (word === 'Title withheld')) {
      complain(start, 'item-line-value', `The line \`${word}\` ${value === '' ? 'says nothing after its colon' : 'takes no words after it'}.`, value === '' ? `Write \`- ${word}: …\`.` : `Write \`- ${word}\` alone.`);
    } else if (lines.some((line) => line.word === word) && word !== 'Paper') {
      complain(start, 'item-line-twice', `The line \`${word}\` stands twice under this item.`, 'Keep one of them.');
    } else {
      lines.push({ word, value, line: start });
    }
  }
  return lines;
}

function readItemLine(text: string): { word?: ItemLine['word']; near?: ItemLine['word']; value: string } {
  const line = oneLine(text);
  const colon = line.indexOf(':');
  const typed = colon === -1 ? line : line.slice(0, colon).trim();
  const value = colon === -1 ? '' : line.slice(colon + 1).trim();
  const word = itemWords.find((candidate) => candidate === typed);
  if (word !== undefined && (colon !== -1 || word === 'Title withheld')) return { word, value };
  if (colon === -1 && nearestWord(plainLetters(typed), ['Title withheld']) === undefined) return { value };
  const near = nearestWord(plainLetters(typed), itemWords) as ItemLine['word'] | undefined;
  return near === undefined ? { value } : { near, value };
}
