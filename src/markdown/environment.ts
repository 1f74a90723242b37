/** Something in a paper's Markdown that may not stand there, found while parsing. */
export interface MarkdownFinding {
  readonly code: 'raw-html' | 'comment-open' | 'comment-beside-text' | 'container-open' | 'container-unknown';
  /** Line within the Markdown, from 0. */
  readonly line: number;
}

/** A footnote or link reference definition and the lines that it takes. */
export interface Definition {
  readonly kind: 'footnote' | 'link';
  /** As it is looked up: without case and surplus white space. */
  readonly label: string;
  /** First line, from 0. */
  readonly start: number;
  /** The line after the last. */
  readonly end: number;
}

/** A comment that was taken out: the public may never read it, so it counts as withheld. */
export interface Comment {
  readonly line: number;
  readonly text: string;
}

/** What parsing leaves beside the tokens. A fresh one for each parse. */
export interface MarkdownEnvironment {
  findings: MarkdownFinding[];
  definitions: Definition[];
  comments: Comment[];
}

/** A fresh environment for one parse. */
export function createEnvironment(): MarkdownEnvironment {
  return { findings: [], definitions: [], comments: [] };
}
