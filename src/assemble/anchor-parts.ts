import type { PublicItem, PublicPart } from '../model/publication.ts';
import { createIdTaker, itemAnchor } from './item-anchor.ts';

/** An item beside its anchor on the page of its meeting. */
export interface AnchoredItem {
  readonly item: PublicItem;
  readonly anchor: string;
}

/** A part beside its anchor on the page of its meeting. */
export interface AnchoredPart {
  readonly part: PublicPart;
  readonly anchor: string;
  readonly items: readonly AnchoredItem[];
}

/** Gives parts and items their anchors, each used once. */
export function anchorParts(parts: readonly PublicPart[]): AnchoredPart[] {
  const take = createIdTaker();
  const anchored = parts.map((part) => ({
    part,
    items: part.items.map((item) => ({ item, anchor: take(itemAnchor(item.code)) })),
  }));
  return anchored.map((each, index) => ({
    ...each,
    anchor: take(`part-${each.part.letter?.toLowerCase() ?? index + 1}`),
  }));
}

/** Every anchor of an agenda, for the page to keep free. */
export function anchorsOfParts(parts: readonly AnchoredPart[]): string[] {
  return parts.flatMap((part) => [part.anchor, ...part.items.map((item) => item.anchor)]);
}
