import type { Block } from '../markdown/parse-blocks.ts';
import type { MinuteStructure, MinutesStructure } from '../model/structure.ts';
import { textsIn } from './block-texts.ts';
import type { Complain } from './complaint.ts';
import { complainOfNearlyRestricted } from './complain-of-nearly-restricted.ts';
import { complainOfDecisionsOutside, parseDecisions } from './parse-decisions.ts';
import { itemCode, nearlySaysRestricted, oneLine } from './read-headings.ts';
import { findItemReference, readMinutesHeading } from './read-minutes-heading.ts';
import type { MinutesHeading } from './read-minutes-heading.ts';

/** `(Item B3)` alone on the last line of other text: what stands before it was meant as a heading. */
const loneReference = new RegExp(`(?:^|\\n)\\s*\\(Item (?:${itemCode})\\)\\s*$`, 'i');

/** A heading that begins the record of an item. */
interface FoundItem {
  /** Its place among the blocks. */
  readonly at: number;
  readonly heading: MinutesHeading & { kind: 'item' };
  readonly underRestrictedHeading: boolean;
  /** The first block that is not of the heading. */
  readonly contentFrom: number;
}

/** The headings of minutes, in order. */
interface FoundHeadings {
  readonly items: readonly FoundItem[];
  readonly partHeadings: readonly number[];
  /** Lines at which the record of an item ends. */
  readonly ends: readonly number[];
}

/**
 * Parses minutes: a heading names the item, `### B3 Title` or `### 31. Title (Item B3)`, the reference also on the
 * line or in the paragraph after it. Levels of headings wander in real minutes and decide nothing here; a bold line
 * that names an item is a heading too. A heading that names none is a problem: it could be a restricted item's.
 */
export function parseMinutes(
  blocks: readonly Block[],
  lineCount: number,
  complain: Complain,
): MinutesStructure {
  const { items, partHeadings, ends } = findHeadings(blocks, complain);
  if (items.length === 0 && blocks.length > 0) {
    complain(
      blocks[0]!.start,
      'minutes-without-items',
      'These minutes have no heading that names an item, so whether their words may be published cannot be known.',
      'Write the heading of each item with its number: `### B3 Its title`.',
    );
  }
  const minutes = items.map((item) =>
    parseMinute(blocks, item, ends.find((line) => line > blocks[item.at]!.start) ?? lineCount, complain),
  );
  const introduction = { start: 0, end: ends[0] ?? lineCount };
  complainOfDecisionsOutside(
    blocks.filter((block) => block.end <= introduction.end),
    complain,
  );
  return { introduction, partHeadings, minutes };
}

function findHeadings(blocks: readonly Block[], complain: Complain): FoundHeadings {
  const items: FoundItem[] = [];
  const partHeadings: number[] = [];
  const ends: number[] = [];
  let underRestrictedHeading = false;
  for (const [index, block] of blocks.entries()) {
    const typed = block.kind === 'heading' ? block.text : block.kind === 'paragraph' ? block.boldLine : '';
    if (typed === '') continue;
    const reference = findItemReference(block, blocks[index + 1]);
    const isBold = block.kind === 'paragraph';
    const heading = readHeading(block, typed, reference?.code);
    if (heading.kind === 'item' && !(isBold && heading.code === undefined)) {
      items.push({
        at: index,
        heading,
        underRestrictedHeading,
        contentFrom: index + (reference?.isNextBlock === true ? 2 : 1),
      });
      ends.push(block.start);
      if (isBold && hasMoreThanHeading(block)) complainOfText(block.start, complain);
    } else if (heading.kind === 'part') {
      underRestrictedHeading = heading.saysRestricted;
      partHeadings.push(block.start);
      ends.push(block.start);
      if (nearlySaysRestricted(typed)) complainOfNearlyRestricted(block.start, complain);
      if (isBold && oneLine(block.text) !== oneLine(typed)) complainOfText(block.start, complain);
      complainOfTextUnderPart(blocks[index + 1], complain);
    } else if (
      isBold
        ? heading.kind !== 'sub-heading'
        : !(heading.kind === 'sub-heading' && block.kind === 'heading' && block.level >= 5)
    ) {
      complainOfHeading(block.start, complain);
    }
  }
  return { items, partHeadings, ends };
}

/** `3 Roads` is an item where headings of items stand, and elsewhere a heading that happens to begin with a number. */
function readHeading(block: Block, typed: string, reference: string | undefined): MinutesHeading {
  const heading = readMinutesHeading(typed, reference);
  if (heading.kind !== 'item' || heading.isBare !== true) return heading;
  return block.kind === 'heading' && block.level < 5 ? heading : { kind: 'sub-heading' };
}

function complainOfHeading(line: number, complain: Complain): void {
  complain(
    line,
    'minutes-heading',
    'This heading names no item, or is not written as a heading, so whose words follow it cannot be known.',
    'Write number signs and the item’s number first (`### B3 Its title`) or after the title (`### Its title (Item B3)`); a heading within an item has five number signs (`##### `).',
  );
}

function parseMinute(
  blocks: readonly Block[],
  { at, heading, underRestrictedHeading, contentFrom }: FoundItem,
  end: number,
  complain: Complain,
): MinuteStructure {
  const { start } = blocks[at]!;
  if (heading.namesTwo) {
    complain(
      start,
      'minutes-two-references',
      'This heading names two items, so which of them the words under it record cannot be known.',
      'Write the number of one item, first (`### B3 Its title`) or last (`(Item B3)`).',
    );
  }
  const inside = blocks.filter((block, index) => index >= contentFrom && block.end <= end);
  for (const { text, line } of inside.flatMap(textsIn)) {
    if (loneReference.test(text)) complainOfHeading(line, complain);
  }
  return {
    ...(heading.code === undefined ? {} : { code: heading.code }),
    ...(heading.number === undefined ? {} : { number: heading.number }),
    title: heading.title,
    line: start,
    underRestrictedHeading,
    range: { start, end },
    text: { start: Math.min(inside[0]?.start ?? end, end), end },
    decisions: parseDecisions(inside, complain),
    summaries: inside.flatMap((block) =>
      block.kind === 'container' && block.name === 'public-summary' ? [summaryOf(block, complain)] : [],
    ),
  };
}

/** Words right under a part's heading belong to the record of no item, and would be shown nowhere. */
function complainOfTextUnderPart(next: Block | undefined, complain: Complain): void {
  if (next === undefined || next.kind === 'heading' || (next.kind === 'paragraph' && next.boldLine !== ''))
    return;
  complainOfText(next.start, complain);
}

function complainOfText(line: number, complain: Complain): void {
  complain(
    line,
    'minutes-text-under-part',
    'These words belong to no item, so they would be lost.',
    'Put an empty line after a heading, and move words that stand under a part’s heading to the item they belong to.',
  );
}

/** Whether a paragraph that begins with a bold line has words after it that are no reference to an item. */
function hasMoreThanHeading(block: Block & { kind: 'paragraph' }): boolean {
  const rest = oneLine(block.text).slice(oneLine(block.boldLine).length).trim();
  return rest !== '' && !new RegExp(`^\\(Item (?:${itemCode})\\)$`, 'i').test(rest);
}

function summaryOf(
  container: Block & { kind: 'container' },
  complain: Complain,
): MinuteStructure['summaries'][number] {
  return {
    range: { start: container.start + 1, end: Math.max(container.start + 1, container.end - 1) },
    decisions: parseDecisions(container.blocks, complain),
  };
}
