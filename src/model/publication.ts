import type { LanguageTag, Outcome } from './vocabulary.ts';

declare const publicMark: unique symbol;

/**
 * Text that the public may read. Only `src/withhold/` makes it; a plain string cannot take its place, so
 * nothing that has not been through the withhold stage can stand in a publication.
 */
export type PublicText = string & { readonly [publicMark]: 'public' };

/** Markdown source that the public may read: what was withheld has been cut out of it. */
export interface PublicMarkdown {
  readonly markdown: PublicText;
  /** The file it was cut from, for problems found while rendering. */
  readonly file: string;
  /** For each line of `markdown`, its line number in that file. */
  readonly lines: readonly number[];
}

/** All that the public may see, as one value. No field of it can hold restricted text. */
export interface Publication {
  /** The build's date, `yyyy-mm-dd`: an input, not the clock. */
  readonly date: string;
  /** In order of title. */
  readonly bodies: readonly PublicBody[];
}

export interface PublicContact {
  readonly name?: PublicText;
  readonly role?: PublicText;
  readonly organisation?: PublicText;
  readonly address?: PublicText;
  readonly telephone?: PublicText;
  readonly email?: PublicText;
  readonly website?: PublicText;
}

/** A committee, board or partnership that meets. */
export interface PublicBody {
  readonly slug: string;
  readonly title: PublicText;
  readonly about: PublicMarkdown;
  readonly contact?: PublicContact;
  /** What the body calls its minutes: `minutes`, or `notes`. */
  readonly minutesCalled: 'minutes' | 'notes';
  readonly openNotice?: PublicText;
  readonly restrictedNotice: PublicText;
  readonly members: readonly PublicMember[];
  readonly partners: readonly PublicText[];
  readonly partOf?: PublicText;
  readonly formerly?: PublicText;
  /** Newest first. */
  readonly meetings: readonly PublicMeeting[];
}

/** A body without its meetings: what the page of one meeting may know of its body. */
export type PublicBodyHead = Omit<PublicBody, 'meetings'>;

export interface PublicMember {
  readonly name: PublicText;
  readonly also?: PublicText;
  readonly for?: PublicText;
  readonly role?: PublicText;
  readonly from?: string;
  readonly to?: string;
}

/** One sitting of a body. It is shown from what there is: agenda, minutes and reports may each be absent. */
export interface PublicMeeting {
  readonly body: string;
  /** The folder's name, which is the address: the date, with a suffix where a date has two. */
  readonly slug: string;
  /** `yyyy-mm-dd`. */
  readonly date: string;
  readonly agenda?: PublicAgenda;
  readonly minutes?: PublicMinutes;
  /** Every public report and appendix of the meeting, in agenda order, then by file name. */
  readonly reports: readonly PublicReport[];
  readonly supplements: readonly PublicSupplement[];
}

export interface PublicAgenda {
  readonly file: string;
  readonly title: PublicText;
  readonly language?: LanguageTag;
  readonly published?: string;
  readonly time?: PublicText;
  readonly closes?: PublicText;
  readonly venue?: PublicText;
  readonly watch?: PublicText;
  readonly attend?: PublicText;
  readonly contact?: PublicContact;
  readonly status?: {
    readonly word: 'cancelled' | 'postponed' | 'inquorate' | 'adjourned';
    readonly because?: PublicText;
    readonly replacedBy?: PublicText;
  };
  /** What stands before the first part. */
  readonly introduction: PublicMarkdown;
  /** An agenda without parts is one part without a heading. */
  readonly parts: readonly PublicPart[];
}

/** A block of the agenda. */
export interface PublicPart {
  readonly letter?: string;
  /** As typed after the letter: `Committee Business`; absent for an agenda without parts. */
  readonly title?: PublicText;
  readonly restricted: boolean;
  /** The body's words over this kind of part. */
  readonly notice?: PublicText;
  readonly text: PublicMarkdown;
  readonly items: readonly PublicItem[];
}

/** One line of the agenda: open, or withheld, of which the public sees a number, a title and the grounds. */
export type PublicItem = OpenItem | WithheldItem;

export interface OpenItem {
  readonly access: 'open';
  readonly code: string;
  readonly title: PublicText;
  readonly text: PublicMarkdown;
  readonly papers: readonly PaperReference[];
  readonly lead?: PublicText;
  readonly topic?: PublicText;
  readonly time?: PublicText;
  /** What follows the item: a break. */
  readonly then?: PublicText;
  readonly urgent?: PublicText;
  /** Opened by decision of the meeting: when, and in which minute. */
  readonly opened?: PublicText;
  /** Something of this item is not for publication, though the item is open. */
  readonly grounds?: Grounds;
  /** The supplement that the item as a whole came with. What it brought to an item that was there is said at the paper. */
  readonly addedBy?: AddedBy;
}

/** What a supplement brought says which. */
export interface AddedBy {
  /** Its name: `supplement-1`. */
  readonly supplement: string;
  /** The day of its publication, where that is recorded. */
  readonly date?: string;
  /** It was handed out at the meeting. */
  readonly isTabled?: true;
}

export interface WithheldItem {
  readonly access: 'withheld';
  readonly code: string;
  /** As the public agenda prints it; `Restricted item` when there is none or when it is itself withheld. */
  readonly title: PublicText;
  readonly grounds?: Grounds;
}

/** What is not for publication and why, from the public agenda's item lines. */
export interface Grounds {
  readonly what?: PublicText;
  /** Paragraphs of Schedule 12A, as typed: `3` or `1, 2`. */
  readonly paragraphs?: PublicText;
  readonly reason?: PublicText;
}

/** A paper under an item. */
export type PaperReference = (
  | { readonly kind: 'paper'; readonly meeting: string; readonly name: string }
  | { readonly kind: 'attachment'; readonly name: string }
  | { readonly kind: 'verbal' | 'presentation' | 'to follow' | 'none' }
) & {
  /** The supplement that brought it to an item which was there before. */
  readonly addedBy?: AddedBy;
};

/** A report, or an appendix of one. */
export interface PublicReport {
  readonly file: string;
  /** File name without `.md`, and the last part of its address: `b2-violence-reduction-unit`. */
  readonly name: string;
  readonly item?: string;
  /** True for `<item>-appendix-<n>-<slug>.md`. */
  readonly isAppendix: boolean;
  /** How many words there are to read: counted here, since other pages say it that need not know the text. */
  readonly words: number;
  readonly title: PublicText;
  readonly authors: readonly PublicText[];
  readonly to?: PublicText;
  readonly classification?: PublicText;
  readonly summary?: PublicText;
  readonly contacts: readonly PublicContact[];
  readonly background: readonly PublicText[];
  readonly attachments: readonly { readonly name: string; readonly title?: PublicText }[];
  readonly published?: string | 'not-recorded';
  readonly topic?: PublicText;
  readonly language?: LanguageTag;
  /** Names of public reports of the same meeting that this one stands in the place of. */
  readonly replaces?: readonly string[];
  /** What stands in its place, all of it public, and since when. */
  readonly replacedBy?: { readonly papers: readonly PaperReference[]; readonly date?: string };
  readonly text: PublicMarkdown;
}

export interface PublicSupplement {
  readonly file: string;
  readonly name: string;
  readonly title: PublicText;
  readonly kind?: 'tabled';
  readonly late?: PublicText;
  readonly published?: string | 'not-recorded';
  /** As typed. */
  readonly text: PublicMarkdown;
  /** What stands before its first part or item, and under the headings of its open parts. */
  readonly texts: readonly PublicMarkdown[];
  /** Its open items with the papers that it brings, and no others of theirs. Restricted ones stand on the agenda alone. */
  readonly items: readonly OpenItem[];
}

/** Names as printed, one a line, or that the record does not say. */
export type Attendance = readonly PublicText[] | 'not-recorded';

export interface PublicMinutes {
  readonly file: string;
  readonly title: PublicText;
  readonly language?: LanguageTag;
  readonly published?: string | 'not-recorded';
  readonly time?: PublicText;
  readonly venue?: PublicText;
  readonly status?: 'draft' | 'approved' | 'not-recorded';
  readonly approved?: { readonly meeting?: string; readonly minute?: PublicText };
  readonly amendments: readonly PublicText[];
  readonly chair?: PublicText;
  readonly present?: Attendance;
  readonly apologies?: Attendance;
  readonly inAttendance?: Attendance;
  readonly declarations?: Attendance;
  /** How many words there are to read, without the lists of names. */
  readonly words: number;
  /** What stands before the first item. */
  readonly introduction: PublicMarkdown;
  /** In the order of the document. */
  readonly minutes: readonly PublicMinute[];
}

/** The record of one item: open, or withheld with what a public summary says of it. */
export type PublicMinute =
  | {
      readonly access: 'open';
      /** The item's code; absent where the minute names none. */
      readonly code?: string;
      /** The running number that the minute has beside its item's: `31`. */
      readonly number?: string;
      readonly title: PublicText;
      /** What the item is a part of, where the minutes say so: an agenda that is held says it there. */
      readonly topic?: PublicText;
      readonly text: readonly MinuteBlock[];
    }
  | {
      readonly access: 'withheld';
      readonly code: string;
      readonly title: PublicText;
      readonly grounds?: Grounds;
      /** The `::: public-summary` blocks, in order; empty when none was written. */
      readonly text: readonly MinuteBlock[];
    };

/** What a minute is made of, in order. */
export type MinuteBlock = { readonly kind: 'text'; readonly text: PublicMarkdown } | Decision;

/** What was resolved, recommended to another body, or given to somebody to do. */
export interface Decision {
  readonly kind: 'resolution' | 'recommendation' | 'action';
  /** Counted from 1 within the minute, for each kind by itself. */
  readonly order: number;
  /** The whole, as Markdown: first paragraph and parts. */
  readonly text: PublicMarkdown;
  /** The first paragraph alone. */
  readonly opening: PublicMarkdown;
  readonly parts: readonly DecisionPart[];
  /** Of the opening and the parts together; a resolution's alone. */
  readonly outcomes: readonly Outcome[];
  /** `yyyy-mm-dd`, where an action says by when. */
  readonly by?: string;
}

export interface DecisionPart {
  /** For its anchor, in lower case, without its stop or bracket: `a`, `ii`, `3`. */
  readonly mark: string;
  /** As the minutes print it: `A.`, `(ii)`; of a list with dots or dashes its number, `3)`. */
  readonly printedMark: PublicText;
  /** The words after the mark. */
  readonly text: PublicMarkdown;
  readonly outcomes: readonly Outcome[];
}

/** An attachment that is safe to publish: an image made again without metadata, a PDF that was checked, a text table. */
export interface PublicAttachment {
  readonly body: string;
  readonly meeting: string;
  /** File name with extension: `figure-1.png`. Its address is `/<body>/<meeting>/files/<name>`. */
  readonly name: string;
  readonly kind: 'image' | 'pdf' | 'csv';
  /** What is written to the output. */
  readonly bytes: Uint8Array;
  /** Words in it that the public can read: the text of a PDF or a table; empty for an image. */
  readonly text: string;
  /** Pages of a PDF. */
  readonly pages?: number;
}
