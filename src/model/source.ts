import type { Sealed } from './sealed.ts';

/** A front matter value as typed: every scalar is text (YAML's failsafe schema). */
export type FieldValue = string | readonly FieldValue[] | { readonly [key: string]: FieldValue };

/** A path into front matter, such as `['contact', 'email']` or `['present', 3]`. */
export type FieldPath = readonly (string | number)[];

/** What stands in one Markdown file, split and not yet judged. */
export interface SourceText {
  /** The front matter, every scalar as text. */
  readonly fields: { readonly [key: string]: FieldValue };
  /** Line and column, counted from 1 in the file, of a field's key or value; the nearest parent's when it is missing. */
  readonly locate: (
    path: FieldPath,
    part: 'key' | 'value',
  ) => { readonly line: number; readonly column: number };
  /** The front matter as typed, without its dashes: a title cut short by ` #` is seen only here. */
  readonly frontMatter: string;
  /** The Markdown after the front matter, lines ended by LF. */
  readonly markdown: string;
  /** The file's line number, from 1, of the first line of `markdown`. */
  readonly markdownLine: number;
}

/** What a file is, as its place in the layout says. */
export type PaperKind = 'body' | 'agenda' | 'minutes' | 'supplement' | 'report';

/** A Markdown file of `content/` in its place. Its words are sealed until it has been decided who may see them. */
export interface SourcePaper {
  readonly kind: PaperKind;
  /** As an officer names it: `content/<body>/<meeting>/<name>.md`, whatever folder `--content` names. */
  readonly file: string;
  /** The folder's name under `content/`. */
  readonly body: string;
  /** The meeting's folder (`2021-11-18`, `2021-11-18-2`); absent for the body itself. */
  readonly meeting?: string;
  /** File name without `.md`. */
  readonly name: string;
  readonly source: Sealed<SourceText>;
}

/** A file under a meeting's `files/`. Its bytes stay on disk until a public paper is found to link it. */
export interface SourceAttachment {
  readonly file: string;
  readonly body: string;
  readonly meeting: string;
  /** File name with extension, as it stands under `files/`. */
  readonly name: string;
  readonly bytes: Sealed<Uint8Array>;
}

/** Where in the layout of `content/` a file stands. */
export type FilePlace =
  | { readonly kind: 'attachment'; readonly body: string; readonly meeting: string }
  | { readonly kind: 'paper'; readonly paper: Omit<SourcePaper, 'file' | 'source'> };

/** A file of `content/` in its place, and not kept in memory. */
export interface ListedFile {
  /** In bytes. */
  readonly size: number;
  /** As an officer names it, like `SourcePaper.file`. */
  readonly file: string;
  /** With its ending. */
  readonly name: string;
  readonly place: FilePlace;
  /** SHA-256 of the bytes, base64url: tells whether a build before read the same. */
  readonly digest: string;
}

/** A file of `content/`, read and not parsed. */
export interface ContentFile extends ListedFile {
  readonly bytes: Sealed<Uint8Array>;
}

/** Everything that was read from `content/`, in the order of its paths. */
export interface Source {
  readonly papers: readonly SourcePaper[];
  readonly attachments: readonly SourceAttachment[];
}
