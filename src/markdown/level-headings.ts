import type MarkdownIt from 'markdown-it';

type Tokens = ReturnType<MarkdownIt['parse']>;

/**
 * Gives headings levels that a screen reader can follow: the first gets `top`, a deeper one is one deeper than the
 * heading it stands under, whatever levels the officer typed.
 */
export function levelHeadings(tokens: Tokens, top: number): void {
  const open: { typed: number; given: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const typed = Number(token.tag.slice(1));
    while (open.length > 0 && open.at(-1)!.typed >= typed) open.pop();
    const given = Math.min(6, open.length === 0 ? top : open.at(-1)!.given + 1);
    open.push({ typed, given });
    token.tag = `h${given}`;
    const close = tokens.findIndex((other, at) => at > index && other.type === 'heading_close');
    tokens[close]!.tag = token.tag;
  }
}
