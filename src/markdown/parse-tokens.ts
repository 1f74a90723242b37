import type MarkdownIt from 'markdown-it';
import type { MarkdownEnvironment } from './environment.ts';
import { createEnvironment } from './environment.ts';
import { createMarkdown } from './create-markdown.ts';

/** The tokens of a text, with what parsing left beside them. */
export interface ParsedTokens {
  readonly tokens: ReturnType<MarkdownIt['parse']>;
  readonly environment: MarkdownEnvironment;
}

/** One for all texts: making it costs more than parsing one. */
const markdown = createMarkdown();

/** Parses Markdown into tokens of the caller's own, to be changed at will. */
export function parseTokens(text: string): ParsedTokens {
  const environment = createEnvironment();
  return { tokens: markdown.parse(text, environment), environment };
}
