import type { Block } from '../markdown/parse-blocks.ts';
import type { AgendaItem, AgendaPart, AgendaStructure, LineRange } from '../model/structure.ts';
import type { Complain } from './complaint.ts';
import { parseItemLines } from './parse-item-lines.ts';
import { readItemHeading, readPartHeading, saysRestricted } from './read-headings.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Parses an agenda or a supplement: parts are headings of the second level, items headings that begin with their
 * code. What is neither is a problem, since an item that is not recognised would be shown as its neighbour's text.
 */
export function parseAgenda(blocks: readonly Block[], lineCount: number, complain: Complain): AgendaStructure {
  const parts: Draft<AgendaPart>[] = [];
  let introductionEnd = lineCount;
  const codes = new Set<string>();

  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue;
    const item = readItemHeading(block.text);
    if (item === undefined && block.level !== 2) {
      complain(
        block.start,
        'agenda-heading',
        'This heading is neither a part nor an item.',
        'Write an item as `### B2 Its title` and a part as `## B. Its title`; words that are neither stand as ordinary text.',
      );
      continue;
    }
    introductionEnd = Math.min(introductionEnd, block.start);
    if (item === undefined) {
      const { letter, title } = readPartHeading(block.text);
      const opened: AgendaPart = {
        ...(letter === undefined ? {} : { letter }),
        title,
        saysRestricted: saysRestricted(block.text),
        line: block.start,
        text: rangeAfter(blocks, index, lineCount),
        items: [],
      };
      if (letter !== undefined && parts.some((part) => part.letter === letter)) {
        complain(block.start, 'agenda-part-twice', 'Two parts of this agenda have the same letter.', 'Give each part its own letter.');
      }
      parts.push(opened);
      continue;
    }
    if (codes.has(item.code)) {
      complain(block.start, 'agenda-item-twice', 'Two items of this agenda have the same number.', 'Give each item its own number.');
    }
    codes.add(item.code);
    if (parts.length === 0) parts.push({ saysRestricted: false, line: block.start, text: { start: block.start, end: block.start }, items: [] });
    const part = parts.at(-1)!;
    if (part.letter !== undefined && /^[A-Z]/.test(item.code) && item.code[0] !== part.letter) {
      complain(block.start, 'agenda-item-part', 'This item’s letter is not that of the part it stands in, so which of the two holds cannot be known.', 'Move the item to its part, or correct its number.');
    }
    part.items = [...part.items, parseItem(blocks, index, item, lineCount, complain)];
  }
  return { introduction: { start: 0, end: introductionEnd }, parts };
}

function parseItem(blocks: readonly Block[], index: number, item: { code: string; title: string }, lineCount: number, complain: Complain): AgendaItem {
  const heading = blocks[index]!;
  const after = rangeAfter(blocks, index, lineCount);
  const next = blocks[index + 1];
  const itemLines = next?.kind === 'list' && next.start < after.end ? parseItemLines(next, complain) : undefined;
  return {
    ...item,
    line: heading.start,
    lines: itemLines ?? [],
    text: itemLines === undefined ? after : { start: next!.end, end: after.end },
    range: { start: heading.start, end: after.end },
  };
}

/** From the end of a heading to the next one. */
function rangeAfter(blocks: readonly Block[], index: number, lineCount: number): LineRange {
  const next = blocks.slice(index + 1).find((block) => block.kind === 'heading');
  return { start: blocks[index]!.end, end: next?.start ?? lineCount };
}
