/** A content written to memory: files by their path below `content/`, and the marks that its texts hold. */
export interface WrittenContent {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Each stands once in public text. */
  readonly publicMarks: readonly string[];
  /** Each stands once in restricted text. */
  readonly restrictedMarks: readonly string[];
}

/** The day that generated contents are built for. */
export const buildDate = '2022-01-10';

/** The body that generated contents are of; nobody could take it for a real one. */
export const bodySlug = 'harbour-board';
