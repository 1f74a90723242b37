import type { Block, ListItem } from '../markdown/parse-blocks.ts';
import { readPartMark } from '../markdown/part-mark.ts';
import { parseDate } from '../model/front-matter/fields.ts';
import type { DecisionStructure, LineRange } from '../model/structure.ts';
import { textsIn } from './block-texts.ts';
import type { Complain } from './complaint.ts';
import { isRunTogether } from './is-run-together.ts';
import { oneLine } from './read-headings.ts';

type DecisionKind = DecisionStructure['kind'];
type Paragraph = Block & { kind: 'paragraph' };

/** Who resolved, before the word: "It was", "Members", "The Kent Community Safety Partnership". */
const who =
  "(?:It was |IT WAS |Members |MEMBERS |Councillors |COUNCILLORS |T(?:he|HE) (?:[A-Z][\\w’'-]*,? |(?:and|of|for) ){1,8})?(?:unanimously |UNANIMOUSLY )?";
/** A paragraph's number, as minutes that number all their paragraphs print it. */
const number = '(?:\\d{1,4}(?:\\.\\d{1,3})*[.)]?\\s+)?';

/**
 * "It was RESOLVED that", "RESOLVED to:", "RESOLVED the Partnership noted", "AGREED that": the word stands in capitals, as
 * minutes print it, or as "Resolved", followed by what cannot be a sentence about something resolved.
 */
const resolving = new RegExp(
  `^${number}${who}(?:RESOLVED|AGREED|[Rr]esolved(?=\\s*[:–—-]|,? (?:that|to|unanimously)\\b))(?![\\w-])`,
);
const recommending = new RegExp(`^${number}${who}RECOMMENDED\\b`);
const acting = new RegExp(`^${number}ACTION\\b`);
const byDate = /\(by (\d[^()]*)\)/;

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
      decisions.push(...block.items.flatMap((item) => decisionOfItem(item, complain) ?? []));
      continue;
    }
    const kind = block.kind === 'paragraph' ? readDecisionKind(block.text) : undefined;
    if (kind === undefined || block.kind !== 'paragraph') {
      complainOfHidden([block], complain);
      continue;
    }
    const { decision, taken } = gatherDecision(kind, block, blocks.slice(at), complain);
    at += taken;
    decisions.push(decision);
  }
  return decisions;
}

/** Complains of resolutions that stand where no item's record is. */
export function complainOfDecisionsOutside(blocks: readonly Block[], complain: Complain): void {
  for (const { text, line } of blocks.flatMap(textsIn)) {
    if (!/\bRESOLVED\b/.test(text)) continue;
    complain(
      line,
      'resolution-outside-item',
      'A resolution stands here before the first item, and would be in no register.',
      'Move it under the heading of the item that it belongs to.',
    );
  }
}

/** A list's item that begins with a resolving word is a decision as a whole; lists and marked paragraphs in it are its parts. */
function decisionOfItem(item: ListItem, complain: Complain): DecisionStructure | undefined {
  const [first, ...rest] = item.blocks;
  const kind = first?.kind === 'paragraph' ? readDecisionKind(first.text) : undefined;
  if (kind === undefined || first?.kind !== 'paragraph') {
    complainOfHidden(item.blocks, complain);
    return undefined;
  }
  const { decision, taken } = gatherDecision(kind, first, rest, complain);
  complainOfHidden(rest.slice(taken), complain);
  const opening = rest.length === 0 ? item : { start: item.start, end: first.end };
  return { ...decision, range: rangeOf(item), opening: rangeOf(opening) };
}

/** The decision that begins with a paragraph, and how many of the blocks after it belong to it. */
function gatherDecision(
  kind: DecisionKind,
  opening: Paragraph,
  following: readonly Block[],
  complain: Complain,
): { decision: DecisionStructure; taken: number } {
  const words = oneLine(opening.text);
  complainOfSecond(opening, complain);
  const parts: { mark: string; range: LineRange }[] = [];
  let taken = 0;
  for (const next of kind === 'action' ? [] : following) {
    const mark = next.kind === 'paragraph' ? readPartMark(next.text) : undefined;
    if (next.kind === 'paragraph' && mark !== undefined) {
      if (isRunTogether(next.text, mark)) {
        complain(
          next.start,
          'resolution-run-together',
          'Two parts of this resolution stand in one paragraph.',
          'Put an empty line before each part.',
        );
      }
      parts.push({ mark, range: rangeOf(next) });
    } else if (next.kind === 'list' && !/[.!?]$/.test(words)) {
      next.items.forEach((item, index) =>
        parts.push({ mark: item.mark === '' ? String(index + 1) : item.mark, range: rangeOf(item) }),
      );
    } else {
      break;
    }
    taken += 1;
  }
  if (parts.length === 0 && words.endsWith(':')) {
    complain(
      opening.start,
      'resolution-unfinished',
      'This resolution ends with a colon, and no parts follow it.',
      'Write its parts right below, each a paragraph that begins `A.`, `(a)` or `i)`, or as a list.',
    );
  }
  const by = kind === 'action' ? readDueDate(words, opening.start, complain) : undefined;
  const end = following[taken - 1]?.end ?? opening.end;
  const decision = {
    kind,
    range: { start: opening.start, end },
    opening: rangeOf(opening),
    parts,
    ...(by === undefined ? {} : { by }),
  };
  return { decision, taken };
}

function readDecisionKind(text: string): DecisionKind | undefined {
  const line = oneLine(text);
  if (resolving.test(line)) return 'resolution';
  if (recommending.test(line)) return 'recommendation';
  return acting.test(line) ? 'action' : undefined;
}

function readDueDate(words: string, line: number, complain: Complain): string | undefined {
  const typed = byDate.exec(words)?.[1];
  const date = typed === undefined ? undefined : parseDate(typed);
  if (typed !== undefined && date === undefined) {
    complain(
      line,
      'action-date',
      'The day by which this action is due is none of the calendar.',
      'Write it as `(by 2022-03-24)` or `(by 24 March 2022)`.',
    );
  }
  return date;
}

/** A resolution in the middle of a paragraph, in a table or in a list within a list would be found by nobody. */
function complainOfHidden(blocks: readonly Block[], complain: Complain): void {
  for (const { text, line } of blocks.flatMap(textsIn)) complainIfResolved(text, line, complain);
}

/** The opening of a decision may hold its own word, and no second one. */
function complainOfSecond(opening: Paragraph, complain: Complain): void {
  complainIfResolved(opening.text.replace(/RESOLVED|AGREED/, ''), opening.start, complain);
}

function complainIfResolved(text: string, line: number, complain: Complain): void {
  if (!/\bRESOLVED\b/.test(text)) return;
  complain(
    line,
    'resolution-inside',
    'The word RESOLVED stands in the middle of this paragraph, or in a table, a quote or a list within a list, where no reader would find the resolution.',
    'Begin a new paragraph with it, at the left margin.',
  );
}

function rangeOf({ start, end }: LineRange): LineRange {
  return { start, end };
}
