import type { Block } from '../markdown/parse-blocks.ts';
import { plainLetters } from '../model/plain-letters.ts';
import type { AgendaItem, AgendaPart, AgendaStructure, LineRange } from '../model/structure.ts';
import { checkStrayItemLines } from './check-stray-item-lines.ts';
import { complainOfNearlyRestricted } from './complain-of-nearly-restricted.ts';
import type { Complain } from './complaint.ts';
import { parseItemLines } from './parse-item-lines.ts';
import {
  isNearlyItemHeading,
  nearlySaysRestricted,
  oneLine,
  readItemHeading,
  readPartHeading,
  saysRestricted,
} from './read-headings.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Parses an agenda or a supplement: parts are headings of the second level, items headings that begin with their
 * code. What is neither is a problem, since an item that is not recognised would be shown as its neighbour's text.
 */
export function parseAgenda(
  blocks: readonly Block[],
  lineCount: number,
  complain: Complain,
): AgendaStructure {
  const parts: Draft<AgendaPart>[] = [];
  let introductionEnd = lineCount;
  const codes = new Set<string>();
  const hasItems = blocks.some(
    (block) => block.kind === 'heading' && readItemHeading(block.text) !== undefined,
  );

  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph') complainOfUnmarkedHeading(block, codes, complain);
    if (block.kind === 'list') complainOfListedItems(block, codes, hasItems, complain);
    if (block.kind !== 'heading') continue;
    const item = readItemHeading(block.text);
    if (item === undefined && (block.level !== 2 || isNearlyItemHeading(block.text))) {
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
      parts.push(openPart(block, rangeAfter(blocks, index, lineCount), parts, complain));
      continue;
    }
    if (codes.has(item.code)) {
      complain(
        block.start,
        'agenda-item-twice',
        'Two items of this agenda have the same number.',
        'Give each item its own number.',
      );
    }
    codes.add(item.code);
    if (parts.length === 0)
      parts.push({
        saysRestricted: false,
        line: block.start,
        text: { start: block.start, end: block.start },
        items: [],
      });
    const part = parts.at(-1)!;
    if (part.letter !== undefined && /^[A-Z]/.test(item.code) && item.code[0] !== part.letter) {
      complain(
        block.start,
        'agenda-item-part',
        'This item’s letter is not that of the part it stands in, so which of the two holds cannot be known.',
        'Move the item to its part, or correct its number.',
      );
    }
    part.items = [...part.items, parseItem(blocks, index, item, lineCount, complain)];
  }
  return { introduction: { start: 0, end: introductionEnd }, parts };
}

function openPart(
  block: Block & { kind: 'heading' },
  text: LineRange,
  before: readonly AgendaPart[],
  complain: Complain,
): AgendaPart {
  const heading = readPartHeading(block.text);
  const plain = readPartHeading(plainLetters(block.text));
  if (
    heading.letter !== plain.letter ||
    (plain.letter === undefined && /^[A-Z](?:\s|[.:–—-]*$)/.test(plain.title ?? ''))
  ) {
    complain(
      block.start,
      'agenda-part-letter',
      'This heading begins with a letter that is not written as a part’s, so whether the part is restricted cannot be known.',
      'Write an ordinary capital, a full stop and a space before the title: `## D. Its title`; if the letter is a word of the title, begin with another.',
    );
  }
  if (nearlySaysRestricted(block.text)) complainOfNearlyRestricted(block.start, complain);
  if (heading.letter !== undefined && before.some((part) => part.letter === heading.letter)) {
    complain(
      block.start,
      'agenda-part-twice',
      'Two parts of this agenda have the same letter.',
      'Give each part its own letter.',
    );
  }
  return { ...heading, saysRestricted: saysRestricted(block.text), line: block.start, text, items: [] };
}

/** A line that was meant as a heading and is none: in bold, in a few words that say restricted, or beginning with an item's number. */
function complainOfUnmarkedHeading(
  block: Block & { kind: 'paragraph' },
  codes: ReadonlySet<string>,
  complain: Complain,
): void {
  const bold = oneLine(block.boldLine);
  const whole = oneLine(block.text);
  const isShort = whole.length <= 60 && !/[.;]$/.test(whole);
  const plainBold = plainLetters(bold);
  const namesOne =
    readItemHeading(plainBold) !== undefined ||
    isNearlyItemHeading(bold) ||
    readPartHeading(plainBold).letter !== undefined;
  if (
    (bold !== '' && (namesOne || saysRestricted(bold))) ||
    (isShort && saysRestricted(whole)) ||
    (isShort && /^Part\s+(?:[A-Z]|[IVX]+|\d)\b/i.test(plainLetters(whole))) ||
    isUnmarkedItem(block.text, codes)
  ) {
    complainOfUnmarked(block.start, complain);
  }
}

/**
 * A list whose lines are items: `- B2 Roads`, or one that goes on where the items so far end, `8. Roads`. From 1 any list
 * may begin, so that one is told only where the agenda has no other items.
 */
function complainOfListedItems(
  list: Block & { kind: 'list' },
  codes: ReadonlySet<string>,
  hasItems: boolean,
  complain: Complain,
): void {
  for (const [index, { text, mark, start, blocks }] of list.items.entries()) {
    if (blocks[0]?.kind !== 'paragraph') continue;
    const goesOn = index === 0 && mark !== '' && (codes.size > 0 || !hasItems);
    if (isUnmarkedItem(text, codes) || (goesOn && isUnmarkedItem(`${mark} ${text}`, codes)))
      complainOfUnmarked(start, complain);
  }
}

/**
 * Whether a line begins as an item does, and ends as no sentence: with a letter and a number, or with the number that comes
 * after the items so far.
 */
function isUnmarkedItem(text: string, codes: ReadonlySet<string>): boolean {
  const line = oneLine(text.split('\n')[0]!);
  const match = /^([A-Z]\d{1,2}|\d{1,2})(?:[.:]| ?[-–—])?\s+([A-Z‘“"]\S*)/.exec(plainLetters(line));
  if (match === null || line.length > 100 || /[.;,?!]$/.test(line)) return false;
  const [, code, word] = match;
  if (/^[A-Z]/.test(code!)) return true;
  const numbers = [...codes].map(Number);
  const isNext =
    numbers.every((number) => !Number.isNaN(number)) && Number(code) === Math.max(0, ...numbers) + 1;
  return isNext && !monthName.test(word!);
}

/** `2 June` is a day. */
const monthName =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

function complainOfUnmarked(line: number, complain: Complain): void {
  complain(
    line,
    'agenda-heading-unmarked',
    'This line reads like the heading of a part or an item and is not written as one, so what follows it would belong to the item before.',
    'Put number signs before it: `### B2 Its title` for an item, `## D. Its title` for a part; in a sentence, end it with a full stop.',
  );
}

function parseItem(
  blocks: readonly Block[],
  index: number,
  item: { code: string; title: string },
  lineCount: number,
  complain: Complain,
): AgendaItem {
  const heading = blocks[index]!;
  const after = rangeAfter(blocks, index, lineCount);
  const inside = blocks.slice(index + 1).filter((block) => block.start < after.end);
  const [next, ...others] = inside;
  const itemLines = next?.kind === 'list' ? parseItemLines(next, complain) : undefined;
  checkStrayItemLines(itemLines === undefined ? inside : others, complain);
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
