import type { Sealed } from './sealed.ts';

/** Why something was withheld. */
export type WithheldBecause =
  | 'restricted: true'
  | 'restricted part'
  | 'not yet published'
  | 'agenda withheld'
  | 'exempt passage'
  | 'comment'
  | 'not linked';

/** One thing that was left out: where it stands and why. No word of it is here but what the ledger may tell. */
export interface WithheldNote {
  readonly what: 'paper' | 'minute' | 'passage' | 'attachment' | 'title';
  readonly because: WithheldBecause;
  readonly file: string;
  readonly body: string;
  readonly meeting?: string;
  readonly item?: string;
  /** Resolutions in it, to be counted against those that were read. */
  readonly resolutions: number;
  /** The grounds that the paper itself states, for the ledger alone. */
  readonly grounds?: Sealed<{
    readonly exempt?: string;
    readonly confidential?: boolean;
    readonly reason?: string;
  }>;
}

/**
 * The same with its text: a paper, the minute of an item, a passage, an attachment. It is made into fingerprints for the
 * audit where it was read, and goes nowhere else.
 */
export interface WithheldPiece extends WithheldNote {
  /** Its text, every string of it: front matter values and Markdown. */
  readonly texts: Sealed<readonly string[]>;
  /** Names by which it could be addressed: the report's file name without `.md`, an attachment's file name. */
  readonly names: Sealed<readonly string[]>;
  /** An attachment's bytes. */
  readonly bytes?: Sealed<Uint8Array>;
}

/** Everything that was withheld, and the random words planted in it. */
export interface Withheld {
  readonly pieces: readonly WithheldPiece[];
  /** Random words of this run that the withhold stage put into every restricted text before it cut anything. */
  readonly canaries: Sealed<readonly string[]>;
}
