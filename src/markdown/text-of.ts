import type { PublicMarkdown } from '../model/publication.ts';
import { plainText } from './plain-text.ts';
import { tokensOf } from './public-tokens.ts';

/** The words of public Markdown as a reader sees them, blocks parted by a space. */
export function textOf(text: PublicMarkdown): string {
  const words: string[] = [];
  for (const token of tokensOf(text)) {
    if (token.type === 'inline') words.push(plainText(token.children));
    else if (token.type === 'fence' || token.type === 'code_block') words.push(token.content);
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
