import type { PublicMarkdown } from '../model/publication.ts';
import type { ParsedTokens } from './parse-tokens.ts';
import { parseTokens } from './parse-tokens.ts';

type Tokens = ParsedTokens['tokens'];
type Token = Tokens[number];

/** How many letters of texts are remembered: those of a large meeting, and no more on a larger site. */
const lettersKept = 1_000_000;

const remembered = new Map<string, Tokens>();
let letters = 0;

/**
 * The tokens of a public text, parsed once for its page, the pack, the search and the count of its words, as long as
 * these are asked for one soon after another. They are shared, so they are read and never changed: see `copyTokens`.
 */
export function tokensOf({ markdown }: PublicMarkdown): readonly Token[] {
  const known = remembered.get(markdown);
  if (known !== undefined) return known;
  const { tokens } = parseTokens(markdown);
  letters += markdown.length;
  remembered.set(markdown, tokens);
  // The oldest go first: a map keeps the order in which its entries came.
  for (const oldest of remembered.keys()) {
    if (letters <= lettersKept) break;
    remembered.delete(oldest);
    letters -= oldest.length;
  }
  return tokens;
}

/** Tokens that may be changed: rendering gives them ids, levels and addresses. */
export function copyTokens(tokens: readonly Token[]): Tokens {
  return tokens.map((token) => {
    const copy = Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token);
    if (token.attrs !== null) copy.attrs = token.attrs.map(([name, value]) => [name, value]);
    if (token.children !== null) copy.children = copyTokens(token.children);
    return copy;
  });
}
