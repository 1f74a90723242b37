import type MarkdownIt from 'markdown-it';
import { plainText } from './plain-text.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** A run of words in any place of a paper: a heading, a paragraph, a cell of a table, however deep. */
export interface PaperText {
  readonly line: number;
  /** As typed. */
  readonly source: string;
  /** As a reader sees it. */
  readonly text: string;
  readonly isHeading: boolean;
  /** At the left margin: in no list, quote, table or container. */
  readonly isTop: boolean;
}

/** Every run of words of parsed Markdown, in order. */
export function findTexts(tokens: readonly Token[]): readonly PaperText[] {
  const texts: PaperText[] = [];
  let line = 0;
  for (const [index, token] of tokens.entries()) {
    line = token.map?.[0] ?? line;
    if (token.type !== 'inline') continue;
    const isHeading = tokens[index - 1]?.type === 'heading_open';
    texts.push({
      line,
      source: token.content,
      text: plainText(token.children),
      isHeading,
      isTop: token.level === 1,
    });
  }
  return texts;
}
