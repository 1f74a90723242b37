import type { Block } from '../markdown/parse-blocks.ts';
import type { MinuteStructure, MinutesStructure } from '../model/structure.ts';
import { plainLetters } from '../model/plain-letters.ts';
import type { Complain } from './complaint.ts';
import { parseDecisions } from './parse-decisions.ts';
import { itemCode, oneLine, saysRestricted } from './read-headings.ts';

/** What a heading of minutes says, whether typed as a heading or as a bold line. */
type MinutesHeading =
  | { readonly kind: 'item'; readonly code?: string; readonly number?: string; readonly title: string }
  | { readonly kind: 'part'; readonly saysRestricted: boolean }
  | { readonly kind: 'sub-heading' }
  | { readonly kind: 'odd' };

interface Found {
  readonly at: number;
  readonly heading: MinutesHeading & { kind: 'item' };
  readonly underRestrictedHeading: boolean;
  readonly contentFrom: number;
}

/**
 * Parses minutes: a heading names the item, `### B3 Title` or `### 31. Title (Item B3)`, the reference also on the
 * line or in the paragraph after it. Levels of headings wander in real minutes and decide nothing here; a bold line
 * that names an item is a heading too. A heading that names none is a problem: it could be a restricted item's.
 */
export function parseMinutes(blocks: readonly Block[], lineCount: number, complain: Complain): MinutesStructure {
  const found: Found[] = [];
  const ends: number[] = [];
  const partHeadings: number[] = [];
  let underRestrictedHeading = false;
  for (const [index, block] of blocks.entries()) {
    const typed = block.kind === 'heading' ? block.text : block.kind === 'paragraph' ? block.boldLine : '';
    if (typed === '') continue;
    const reference = findReference(block, blocks[index + 1]);
    const heading = readMinutesHeading(typed, reference?.code);
    const isBold = block.kind === 'paragraph';
    if (heading.kind === 'item' && !(isBold && heading.code === undefined)) {
      found.push({ at: index, heading, underRestrictedHeading, contentFrom: index + (reference?.isNextBlock === true ? 2 : 1) });
      ends.push(block.start);
      if (isBold && hasMoreThanHeading(block)) complainOfText(block.start, complain);
    } else if (heading.kind === 'part') {
      underRestrictedHeading = heading.saysRestricted;
      partHeadings.push(block.start);
      ends.push(block.start);
      const next = blocks[index + 1];
      if (!heading.saysRestricted && next !== undefined && next.kind !== 'heading' && !(next.kind === 'paragraph' && next.boldLine !== '')) {
        complainOfText(next.start, complain);
      }
    } else if (!isBold && !(heading.kind === 'sub-heading' && block.kind === 'heading' && block.level >= 5)) {
      complain(
        block.start,
        'minutes-heading',
        'This heading names no item, so whose words follow it cannot be known.',
        'Write the item’s number first (`### B3 Its title`) or after the title (`(Item B3)`); a heading within an item has five number signs (`##### `).',
      );
    }
  }
  for (const block of blocks) {
    if (block.kind === 'container' && block.blocks.some((inner) => inner.kind === 'heading')) {
      complain(block.start, 'minutes-heading-in-container', 'A heading stands between two lines of colons (:::), where no item can begin.', 'Move the heading out, before the line that opens with colons.');
    }
  }
  const endOf = (start: number): number => ends.find((line) => line > start) ?? lineCount;
  const minutes = found.map(({ at, heading, underRestrictedHeading: under, contentFrom }): MinuteStructure => {
    const block = blocks[at]!;
    const range = { start: block.start, end: endOf(block.start) };
    const textStart = blocks[contentFrom]?.start ?? lineCount;
    const inside = blocks.filter((other, index) => index >= contentFrom && other.end <= range.end);
    return {
      ...(heading.code === undefined ? {} : { code: heading.code }),
      ...(heading.number === undefined ? {} : { number: heading.number }),
      title: heading.title,
      line: block.start,
      underRestrictedHeading: under,
      range,
      text: { start: Math.min(textStart, range.end), end: range.end },
      decisions: parseDecisions(inside, complain),
      summaries: inside.flatMap((other) => (other.kind === 'container' && other.name === 'public-summary' ? [summaryOf(other, complain)] : [])),
    };
  });
  return { introduction: { start: 0, end: ends[0] ?? lineCount }, partHeadings, minutes };
}

/** Words that would belong to no item's record, and so would be shown nowhere. */
function complainOfText(line: number, complain: Complain): void {
  complain(line, 'minutes-text-under-part', 'These words belong to no item, so they would be lost.', 'Put an empty line after a heading, and move words that stand under a part’s heading to the item they belong to.');
}

/** Whether a paragraph that begins with a bold line has words after it that are no reference to an item. */
function hasMoreThanHeading(block: Block & { kind: 'paragraph' }): boolean {
  const rest = oneLine(block.text).slice(oneLine(block.boldLine).length).trim();
  return rest !== '' && !new RegExp(`^\\(Item (?:${itemCode})\\)$`, 'i').test(rest);
}

function summaryOf(container: Block & { kind: 'container' }, complain: Complain): MinuteStructure['summaries'][number] {
  return {
    range: { start: container.start + 1, end: Math.max(container.start + 1, container.end - 1) },
    decisions: parseDecisions(container.blocks, complain),
  };
}

/** `(Item B3)` in the heading's own words, on the line after it, or as the whole of the next paragraph. */
function findReference(block: Block, next: Block | undefined): { code: string; isNextBlock: boolean } | undefined {
  const pattern = new RegExp(`\\(Item (${itemCode})\\)\\s*$`, 'i');
  const own = block.kind === 'heading' || block.kind === 'paragraph' ? pattern.exec(oneLine(block.text)) : null;
  if (own !== null) return { code: own[1]!.toUpperCase(), isNextBlock: false };
  const alone = next?.kind === 'paragraph' ? new RegExp(`^\\(Item (${itemCode})\\)$`, 'i').exec(oneLine(next.text)) : null;
  return alone === null ? undefined : { code: alone[1]!.toUpperCase(), isNextBlock: true };
}

function readMinutesHeading(typed: string, reference: string | undefined): MinutesHeading {
  const line = oneLine(typed).replace(new RegExp(`\\s*\\(Item (?:${itemCode})\\)\\s*$`, 'i'), '');
  const numbered = /^(\d{1,4})[.)]\s+(\S.*)$/.exec(line);
  if (reference !== undefined) {
    const number = numbered?.[1];
    const title = numbered?.[2] ?? line.replace(new RegExp(`^(?:${reference})[.:]?\\s+`), '');
    return { kind: 'item', code: reference, ...(number === undefined ? {} : { number }), title };
  }
  const coded = /^([A-Z]\d{1,2})(?:[.:]| ?[-–—])?\s+(\S.*)$/.exec(line);
  if (coded !== null) return { kind: 'item', code: coded[1]!, title: coded[2]! };
  const plain = plainLetters(line);
  if (isPartHeading(plain)) return { kind: 'part', saysRestricted: saysRestricted(line) };
  if (numbered !== null) return { kind: 'item', number: numbered[1]!, title: numbered[2]! };
  // A code that is nearly one: a letter that looks like another, a space in it, the letter l for the digit 1.
  if (/^[A-Z]\s?[0-9lIO]{1,2}\b/i.test(plain) || saysRestricted(line)) return { kind: 'odd' };
  return { kind: 'sub-heading' };
}

/** `UNRESTRICTED ITEMS`, `D - RESTRICTED ITEM(S)`, `C. Matters for Information`: it opens a part and is no item. */
function isPartHeading(line: string): boolean {
  return /^(?:Part\s+)?[A-Z](?:[.:]\s+|\s+[–—-]\s*|[–—-]\s+)\S/i.test(line) || /^Part\s+[A-Z]\b/i.test(line) || /^(?:un)?(?:restricted|exempt|confidential|private)\b.*\bitems?\b/i.test(line);
}
