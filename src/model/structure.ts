/** The lines of a passage: the first, from 0 within the paper's Markdown, and the one after its last. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** The words that may begin an item line of an agenda or a supplement. */
export const itemWords = [
  'Paper',
  'Lead',
  'Topic',
  'Time',
  'Then',
  'Urgent',
  'Not for publication',
  'Reason',
  'Title withheld',
  'Opened',
  'Replaces',
] as const;

/** One of `itemWords`. */
export type ItemWord = (typeof itemWords)[number];

/** `- Lead: Mr Powell` under an item's heading. */
export interface ItemLine {
  readonly word: ItemWord;
  /** Empty for `Title withheld`. */
  readonly value: string;
  readonly line: number;
}

/** An agenda or a supplement as parts and items. */
export interface AgendaStructure {
  /** What stands before the first part or item. */
  readonly introduction: LineRange;
  readonly parts: readonly AgendaPart[];
}

/** A block of the agenda; an agenda without parts is one part without a heading. */
export interface AgendaPart {
  readonly letter?: string;
  /** The heading without its letter. */
  readonly title?: string;
  /** The heading has the word restricted, exempt, confidential or private. */
  readonly saysRestricted: boolean;
  readonly line: number;
  readonly text: LineRange;
  readonly items: readonly AgendaItem[];
}

/** One line of the agenda. */
export interface AgendaItem {
  readonly code: string;
  readonly title: string;
  readonly line: number;
  readonly lines: readonly ItemLine[];
  readonly text: LineRange;
  /** Heading and all. */
  readonly range: LineRange;
}

/** Minutes as the records of items. */
export interface MinutesStructure {
  readonly introduction: LineRange;
  /** Lines of headings that open a part and name no item. */
  readonly partHeadings: readonly number[];
  readonly minutes: readonly MinuteStructure[];
}

/** The record of one item. */
export interface MinuteStructure {
  readonly code?: string;
  /** The running number: `31`. */
  readonly number?: string;
  readonly title: string;
  readonly line: number;
  /** It stands under a part's heading that says restricted, exempt, confidential or private. */
  readonly underRestrictedHeading: boolean;
  /** Heading and all. */
  readonly range: LineRange;
  /** Without the heading. */
  readonly text: LineRange;
  readonly decisions: readonly DecisionStructure[];
  /** The `::: public-summary` blocks, without their fences, with the decisions in them. */
  readonly summaries: readonly {
    readonly range: LineRange;
    readonly decisions: readonly DecisionStructure[];
  }[];
}

/** A resolution, recommendation or action. */
export interface DecisionStructure {
  readonly kind: 'resolution' | 'recommendation' | 'action';
  readonly range: LineRange;
  readonly opening: LineRange;
  readonly parts: readonly { readonly mark: string; readonly range: LineRange }[];
  readonly by?: string;
}
