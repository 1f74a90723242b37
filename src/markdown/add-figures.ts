import type MarkdownIt from 'markdown-it';
import { plainText } from './plain-text.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

/**
 * Joins pictures and tables with their captions, typed in square brackets under them: `[Figure 1. The quay]`, on the next
 * line or after an empty one. Changes what it is given.
 */
export function addFigures(tokens: Token[]): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.type === 'paragraph_open' && !token.hidden) joinFigure(tokens, at);
    else if (token.type === 'table_close') joinTable(tokens, at);
  }
}

/** Makes a figure of the paragraph at a place, if it is a picture and a caption follows. */
function joinFigure(tokens: Token[], at: number): void {
  const [open, inline, close] = tokens.slice(at, at + 3) as [Token, Token, Token];
  const [image, lineBreak, ...rest] = inline.children ?? [];
  if (image?.type !== 'image') return;
  const own = lineBreak !== undefined && /break$/.test(lineBreak.type) ? withoutBrackets(rest) : undefined;
  const below = lineBreak === undefined ? captionAt(tokens, at + 3) : undefined;
  const caption = own ?? below;
  if (caption === undefined) return;
  tokens.splice(
    at,
    own === undefined ? 6 : 3,
    like(open, { type: 'figure_open', tag: 'figure' }),
    like(inline, { children: [image] }),
    like(open, { type: 'figcaption_open', tag: 'figcaption' }),
    like(inline, { children: caption }),
    like(close, { type: 'figcaption_close', tag: 'figcaption' }),
    like(close, { type: 'figure_close', tag: 'figure' }),
  );
}

/** Puts a caption that stands under a table, after an empty line, into the table that ends at a place. */
function joinTable(tokens: Token[], at: number): void {
  const caption = captionAt(tokens, at + 1);
  const start = tokens.findLastIndex((token, index) => index < at && token.type === 'table_open');
  const hasOwn = tokens.slice(start, at).some((token) => token.type === 'caption_open');
  if (caption === undefined || hasOwn) return;
  const [open, inline, close] = tokens.splice(at + 1, 3) as [Token, Token, Token];
  tokens.splice(
    start + 1,
    0,
    like(open, { type: 'caption_open', tag: 'caption' }),
    like(inline, { children: caption }),
    like(close, { type: 'caption_close', tag: 'caption' }),
  );
}

/** The words of a paragraph that is a caption and nothing else. */
function captionAt(tokens: readonly Token[], at: number): Token[] | undefined {
  return tokens[at]?.type === 'paragraph_open' ? withoutBrackets(tokens[at + 1]!.children ?? []) : undefined;
}

/** What stands between the brackets of `[Figure 1. The quay]`; undefined where something is outside of them, or nothing within. */
function withoutBrackets(children: readonly Token[]): Token[] | undefined {
  const words = plainText(children).trim();
  const [first, last] = [children[0], children.at(-1)];
  if (!/^\[[^[\]]+\]$/.test(words) || first?.type !== 'text' || last?.type !== 'text') return undefined;
  return children.map((child) => {
    let { content } = child;
    if (child === first) content = content.replace(/^\s*\[/, '');
    if (child === last) content = content.replace(/\]\s*$/, '');
    return like(child, { content });
  });
}

/** A token that is another but for some of its fields. */
function like(token: Token, fields: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, fields);
}
