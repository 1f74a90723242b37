/** Where something that was withheld comes from: never its text. */
export interface WithheldReference {
  /** The file in `content/`, as an officer names it. */
  readonly file: string;
  /** What it is, in an officer's words: `the minute of item D1`. */
  readonly what: string;
}

/** What withheld matter was found in the output. */
export type LeakCode = 'audit-words' | 'audit-word' | 'audit-name' | 'audit-attachment';

/** Withheld matter in a file of the output. */
export interface Leak {
  readonly code: LeakCode;
  /** The file in the output; a name in it that the build did not plan is replaced by words in brackets. */
  readonly file: string;
  /** In which form of the file: `text`, `gzip, text`, `text of the PDF`. */
  readonly view: string;
  readonly withheld: WithheldReference;
  /** How many separate places of the file hold it. */
  readonly places: number;
  /**
   * Digests by which a person can accept it, the same in every run; empty when the audit was given no key.
   */
  readonly ids: readonly string[];
}

/** A run of words that a withheld text shares with a public one of the same build. */
export interface Overlap {
  readonly code: 'audit-overlap';
  /** The public paper's file in `content/`. */
  readonly file: string;
  readonly withheld: WithheldReference;
  readonly places: number;
  readonly ids: readonly string[];
}

/** A mark that this run put into every withheld text came out. Cannot be accepted. */
export interface FoundCanary {
  readonly code: 'audit-canary';
  readonly file: string;
  readonly view: string;
}

/** A file of the output that ought not to be there, or be there as it is. */
export interface MisplacedFile {
  readonly code:
    | 'audit-unexpected-file'
    | 'audit-missing-file'
    | 'audit-link'
    | 'audit-hidden-file'
    | 'audit-source-file'
    | 'audit-source-map';
  readonly file: string;
}

/**
 * A file, or something packed in it, that could not be searched. What cannot be searched is not published.
 */
export interface UnreadableFile {
  readonly code: 'audit-unreadable';
  readonly file: string;
  readonly view: string;
  readonly because: UnreadableReason;
}

export type UnreadableReason = 'too-large' | 'too-deep' | 'damaged' | 'locked' | 'unknown-packing';

/** A recorded acceptance that excused nothing in this run. */
export interface StaleAcceptance {
  readonly code: 'audit-acceptance-stale';
  readonly id: string;
  readonly paper: string;
}

/** Anything that the audit found. */
export type Finding = Leak | Overlap | FoundCanary | MisplacedFile | UnreadableFile | StaleAcceptance;
