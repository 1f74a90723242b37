/** A value that a template can show: what JSON can hold, so that props can be hashed and a page made again only when they change. */
export type PropValue =
  string | number | boolean | null | readonly PropValue[] | { readonly [key: string]: PropValue | undefined };

/** Page props of a template, by name. */
export type Props = { readonly [key: string]: PropValue | undefined };

/**
 * A page as a value. What it shows is a pure function of `template` and `props`: nothing else is read
 * while rendering.
 */
export interface Page {
  /** From the site's root, with slashes at both ends and without the path prefix: `/parish-council/2021-11-18/`. */
  readonly address: string;
  /** In the output, with forward slashes: `parish-council/2021-11-18/index.html`. */
  readonly file: string;
  /** File name in `templates/pages/`, without `.njk`. */
  readonly template: string;
  readonly props: Props;
  /** Digest of all that the props are made from, where that takes less time than to make and read them. */
  readonly madeFrom?: () => string;
}

/** A file of the output that is not rendered by a template: a style sheet, a script, an attachment. */
export interface OutputFile {
  readonly file: string;
  /** Made each time that they are asked for, where `madeFrom` is told. */
  readonly bytes: Uint8Array;
  /** Digest of all that the bytes are made from: by it a build knows, without making them, that it has made the same before. */
  readonly madeFrom?: () => string;
}

/**
 * A record of the search index: HTML of one paper, so that Pagefind finds its sections by the ids of its
 * headings, or one resolution. Order matters: another order gives other index files.
 */
export type SearchRecord =
  | {
      readonly kind: 'paper';
      readonly address: string;
      /** `yyyy-mm-dd`, of the meeting: what the record says of itself as HTML too. */
      readonly date: string;
      readonly html: string;
      /** Of `html`, hexadecimal, where it is known: then `html` may be read only when it is asked for. */
      readonly sha256?: string;
    }
  | {
      readonly kind: 'resolution';
      /** With its fragment: `/parish-council/2021-11-18/minutes/#b3-resolution-1`. */
      readonly address: string;
      readonly content: string;
      readonly language: string;
      readonly meta: { readonly [name: string]: string };
      readonly filters: { readonly [name: string]: readonly string[] };
      readonly sort: { readonly [name: string]: string };
    };

/** What is asked of the stages after assemble: the whole site as values. */
export interface SitePlan {
  readonly pages: readonly Page[];
  readonly files: readonly OutputFile[];
  readonly searchRecords: readonly SearchRecord[];
  /** Digests of the files of pages that an earlier build has made of the same: by their file, SHA-256 in hexadecimal. */
  readonly carried: ReadonlyMap<string, string>;
}
