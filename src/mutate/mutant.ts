/** One rule switched off: in `file`, `find` (which stands there once) gives way to `replace`. */
export interface Mutant {
  /** What no longer holds. */
  readonly name: string;
  /** From the project's root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Test files or folders of which one must fail. */
  readonly tests: readonly string[];
}

/** What became of a mutant: the first test that failed, or that none did, or that its patch no longer fits the file. */
export type MutantOutcome =
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'survived' }
  | { readonly kind: 'out of date' };
