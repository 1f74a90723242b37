import { slug } from '../markdown/slug.ts';
import type {
  Decision,
  DecisionPart,
  MinuteBlock,
  PublicMinute,
  PublicMinutes,
} from '../model/publication.ts';
import { createIdTaker, itemAnchor } from './item-anchor.ts';

/** A minute with the anchors that it and its decisions have on the page of its minutes. */
export interface AnchoredMinute {
  readonly minute: PublicMinute;
  readonly anchor: string;
  /** Of the running number, where the item has an anchor of its own: `minute-31`. */
  readonly numberAnchor?: string;
  readonly blocks: readonly AnchoredBlock[];
}

/** A block of a minute. */
export type AnchoredBlock = Extract<MinuteBlock, { kind: 'text' }> | AnchoredDecision;

/** A decision and its anchors: `b3-resolution-1`, and `b3-resolution-1-a` for each part. */
export interface AnchoredDecision {
  readonly kind: 'decision';
  readonly decision: Decision;
  readonly anchor: string;
  readonly parts: readonly { readonly part: DecisionPart; readonly anchor: string }[];
}

const anchored = new WeakMap<PublicMinutes, readonly AnchoredMinute[]>();

/**
 * Gives minutes and decisions their anchors: the item's code, else the minute's number, else its title.
 * They are the same wherever the minutes are shown or linked, so they depend on the minutes alone, and are given once.
 */
export function anchorMinutes(minutes: PublicMinutes): readonly AnchoredMinute[] {
  const known = anchored.get(minutes) ?? giveAnchors(minutes);
  anchored.set(minutes, known);
  return known;
}

function giveAnchors(minutes: PublicMinutes): readonly AnchoredMinute[] {
  const take = createIdTaker();
  // The minutes' own anchors come first: a link to #b3 is older and more often kept than one to a part.
  const anchors = minutes.minutes.map((minute) => take(wantedAnchor(minute)));
  return minutes.minutes.map((minute, index) => {
    const anchor = anchors[index]!;
    const number = minute.access === 'open' ? minute.number : undefined;
    const hasItem = minute.code !== undefined;
    return {
      minute,
      anchor,
      ...(number !== undefined && hasItem ? { numberAnchor: take(numberAnchor(number)) } : {}),
      blocks: minute.text.map((block) => anchorBlock(block, anchor, take)),
    };
  });
}

/** The decisions of a minute, in order. */
export function decisionsOf(minute: AnchoredMinute): AnchoredDecision[] {
  return minute.blocks.filter((block) => block.kind === 'decision');
}

/** Every anchor of a minute, for the page to keep free. */
export function anchorsOf(minute: AnchoredMinute): string[] {
  const ofDecision = (decision: AnchoredDecision): string[] => [
    decision.anchor,
    ...decision.parts.map((part) => part.anchor),
  ];
  const ofNumber = minute.numberAnchor === undefined ? [] : [minute.numberAnchor];
  return [minute.anchor, ...ofNumber, ...decisionsOf(minute).flatMap(ofDecision)];
}

function wantedAnchor(minute: PublicMinute): string {
  if (minute.code !== undefined) return itemAnchor(minute.code);
  const number = minute.access === 'open' ? minute.number : undefined;
  return number === undefined ? slug(minute.title) : numberAnchor(number);
}

function numberAnchor(number: string): string {
  return `minute-${slug(number)}`;
}

function anchorBlock(
  block: MinuteBlock,
  minuteAnchor: string,
  take: (wanted: string) => string,
): AnchoredBlock {
  if (block.kind === 'text') return block;
  const anchor = take(`${minuteAnchor}-${block.kind}-${block.order}`);
  const parts = block.parts.map((part) => ({ part, anchor: take(`${anchor}-${slug(part.mark)}`) }));
  return { kind: 'decision', decision: block, anchor, parts };
}
