import type MarkdownIt from 'markdown-it';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** Code that was probably not meant: lines, from 0. */
export interface OddCode {
  /** Where a fence begins that is not closed. */
  readonly unclosed: readonly number[];
  /** Where lines begin that are code only because they are indented. */
  readonly indented: readonly number[];
}

/** Finds fences that are not closed and indented code, in lists, quotes and containers too. */
export function findOddCode(tokens: readonly Token[], lines: readonly string[]): OddCode {
  const starts = (isOdd: (token: Token) => boolean): number[] =>
    tokens.filter(isOdd).map((token) => token.map?.[0] ?? 0);
  return {
    unclosed: starts((token) => token.type === 'fence' && isUnclosed(token, lines)),
    indented: starts((token) => token.type === 'code_block'),
  };
}

function isUnclosed(token: Token, lines: readonly string[]): boolean {
  const [start, end] = token.map ?? [0, 0];
  const mark = token.markup[0] ?? '`';
  // A quote's mark stands before the fence's; what follows the closing fence makes it none.
  const closing = new RegExp(`^[\\s>]*\\${mark}{${token.markup.length},}\\s*$`);
  return end - start < 2 || !closing.test(lines[end - 1] ?? '');
}
