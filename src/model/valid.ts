import type { AgendaFrontMatter, SupplementFrontMatter } from './front-matter/agenda.ts';
import type { BodyFrontMatter } from './front-matter/body.ts';
import type { MinutesFrontMatter } from './front-matter/minutes.ts';
import type { ReportFrontMatter } from './front-matter/report.ts';
import type { Sealed } from './sealed.ts';
import type { SourceAttachment, SourceText } from './source.ts';
import type { AgendaStructure, LineRange, MinutesStructure } from './structure.ts';

/** What every paper's Markdown was found to hold, beside its own structure. */
export interface PaperDocument {
  /** `::: exempt` passages with their fences, and the words after `exempt`. */
  readonly exempt: readonly (LineRange & { readonly words: string })[];
  readonly links: readonly { readonly target: string; readonly line: number; readonly isImage: boolean }[];
  readonly definitions: readonly (LineRange & {
    readonly kind: 'footnote' | 'link';
    readonly label: string;
  })[];
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

/** A paper that keeps to the rules of its kind. Its words stay sealed: nobody has decided yet who may see them. */
export interface ValidPaper<FrontMatter, Structure> {
  readonly file: string;
  readonly body: string;
  readonly meeting: string;
  readonly name: string;
  readonly content: Sealed<{
    readonly frontMatter: FrontMatter;
    readonly source: SourceText;
    readonly document: PaperDocument;
    readonly structure: Structure;
  }>;
}

/** A valid agenda. */
export type ValidAgenda = ValidPaper<AgendaFrontMatter, AgendaStructure>;
/** A valid supplement. */
export type ValidSupplement = ValidPaper<SupplementFrontMatter, AgendaStructure>;
/** Valid minutes. */
export type ValidMinutes = ValidPaper<MinutesFrontMatter, MinutesStructure>;
/** A valid report or appendix. */
export type ValidReport = ValidPaper<ReportFrontMatter, null>;

/** A meeting: what there is of it. */
export interface ValidMeeting {
  readonly body: string;
  readonly slug: string;
  readonly date: string;
  readonly agenda?: ValidAgenda;
  readonly minutes?: ValidMinutes;
  readonly reports: readonly ValidReport[];
  readonly supplements: readonly ValidSupplement[];
  readonly attachments: readonly SourceAttachment[];
}

/** A body with its meetings, oldest first. */
export interface ValidBody {
  readonly slug: string;
  readonly file: string;
  readonly frontMatter: BodyFrontMatter;
  readonly source: SourceText;
  readonly meetings: readonly ValidMeeting[];
}
