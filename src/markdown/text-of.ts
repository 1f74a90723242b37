import type { PublicMarkdown } from '../model/publication.ts';
import { createEnvironment } from './environment.ts';
import { createMarkdown } from './create-markdown.ts';
import { plainText } from './plain-text.ts';

/** One for all papers: making it costs more than parsing one. */
const markdownParser = createMarkdown();

/** The words of public Markdown as a reader sees them, blocks parted by a space. */
export function textOf(text: PublicMarkdown): string {
  const words: string[] = [];
  for (const token of markdownParser.parse(text.markdown, createEnvironment())) {
    if (token.type === 'inline') words.push(plainText(token.children));
    else if (token.type === 'fence' || token.type === 'code_block') words.push(token.content);
  }
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
