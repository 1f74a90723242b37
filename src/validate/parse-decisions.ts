import type { Block } from '../markdown/parse-blocks.ts';
import { readPartMark } from '../markdown/part-mark.ts';
import { parseDate } from '../model/front-matter/fields.ts';
import type { DecisionStructure, LineRange } from '../model/structure.ts';
import type { Complain } from './complaint.ts';
import { oneLine } from './read-headings.ts';

/** "It was RESOLVED that", "RESOLVED to:", "RESOLVED the Partnership noted", "AGREED that": the word stands in capitals, as minutes print it. */
const resolving = /^(?:It was |IT WAS |The [A-Z][a-z]+ )?(?:RESOLVED|AGREED)\b/;
const recommending = /^(?:It was |IT WAS )?RECOMMENDED\b/;
const acting = /^ACTION\b/;
const byDate = /\(by (\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4})\)/;

/**
 * Finds the decisions among the blocks of one minute. A resolution is a paragraph, or the first paragraph of a list
 * item, that begins with a resolving word, with the list and the paragraphs that begin with a part mark after it.
 */
export function parseDecisions(blocks: readonly Block[], complain: Complain): readonly DecisionStructure[] {
  const decisions: DecisionStructure[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at]!;
    at += 1;
    if (block.kind === 'list') {
      for (const item of block.items) addFromListItem(item, decisions, complain);
      continue;
    }
    if (block.kind === 'container' && block.name === 'lang') {
      for (const inner of block.blocks) if (inner.kind === 'paragraph') complainOfHidden(inner.text, inner.start, complain);
    }
    if (block.kind !== 'paragraph') continue;
    const kind = decisionKind(block.text);
    if (kind === undefined) {
      complainOfHidden(block.text, block.start, complain);
      continue;
    }
    complainOfHidden(block.text.replace(/RESOLVED|AGREED/, ''), block.start, complain);
    const parts: { mark: string; range: LineRange }[] = [];
    let end = block.end;
    while (kind !== 'action' && at < blocks.length) {
      const next = blocks[at]!;
      const mark = next.kind === 'paragraph' ? readPartMark(next.text) : undefined;
      if (next.kind === 'paragraph' && mark !== undefined) {
        complainOfRunTogether(next.text, mark, next.start, complain);
        parts.push({ mark, range: next });
      } else if (next.kind === 'list' && oneLine(block.text).endsWith(':')) {
        next.items.forEach((item, index) => parts.push({ mark: item.mark === '' ? String(index + 1) : item.mark.toLowerCase(), range: item }));
      } else {
        break;
      }
      end = next.end;
      at += 1;
    }
    if (parts.length === 0 && oneLine(block.text).endsWith(':')) {
      complain(block.start, 'resolution-unfinished', 'This resolution ends with a colon, and no parts follow it.', 'Write its parts right below, each a paragraph that begins `A.`, `(a)` or `i)`, or as a list.');
    }
    decisions.push(decisionOf(kind, block.text, { start: block.start, end }, block, parts));
  }
  return decisions;
}

function addFromListItem(item: { text: string } & LineRange, decisions: DecisionStructure[], complain: Complain): void {
  const kind = decisionKind(item.text);
  if (kind === undefined) complainOfHidden(item.text, item.start, complain);
  else decisions.push(decisionOf(kind, item.text, item, item, []));
}

function decisionOf(
  kind: DecisionStructure['kind'],
  text: string,
  range: LineRange,
  opening: LineRange,
  parts: DecisionStructure['parts'],
): DecisionStructure {
  const due = kind === 'action' ? byDate.exec(text) : null;
  const by = due === null ? undefined : parseDate(due[1]!);
  return {
    kind,
    range: { start: range.start, end: range.end },
    opening: { start: opening.start, end: opening.end },
    parts: parts.map((part) => ({ mark: part.mark, range: { start: part.range.start, end: part.range.end } })),
    ...(by === undefined ? {} : { by }),
  };
}

function decisionKind(text: string): DecisionStructure['kind'] | undefined {
  const line = oneLine(text);
  if (resolving.test(line)) return 'resolution';
  if (recommending.test(line)) return 'recommendation';
  return acting.test(line) ? 'action' : undefined;
}

/** A resolution in the middle of a paragraph would be found by nobody. */
function complainOfHidden(text: string, line: number, complain: Complain): void {
  if (!/\bRESOLVED\b/.test(text)) return;
  complain(line, 'resolution-inside', 'The word RESOLVED stands in the middle of this paragraph, where no reader would find the resolution.', 'Begin a new paragraph with it.');
}

function complainOfRunTogether(text: string, mark: string, line: number, complain: Complain): void {
  const next = /^\d+$/.test(mark) ? String(Number(mark) + 1) : nextLetters(mark);
  if (next !== undefined && new RegExp(`[;,.]\\s+\\(?${next}[.)]\\s`, 'i').test(text)) {
    complain(line, 'resolution-run-together', 'Two parts of this resolution stand in one paragraph.', 'Put an empty line before each part.');
  }
}

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function nextLetters(mark: string): string | undefined {
  if (mark.length === 1 && mark !== 'i') return String.fromCharCode(mark.charCodeAt(0) + 1);
  return roman[roman.indexOf(mark) + 1];
}
