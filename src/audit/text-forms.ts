import { decodeEscapes } from './decode-escapes.ts';
import { stripTags } from './strip-tags.ts';

/**
 * The forms that Markdown may take when it is shown, without rendering it: as typed; without link targets,
 * footnote marks and tags; and besides without the marks of lists and containers. A run of words that a
 * reader sees unbroken is in one of them.
 */
export function markdownForms(markdown: string): readonly string[] {
  const shown = stripTags(decodeEscapes(markdown, 'script'))
    .replace(/\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)/g, ']')
    .replace(/\]\[[^\][\n]*\]/g, ']')
    .replace(/\[\^[^\][\n]*\]:?/g, ' ')
    .replace(/^ {0,3}\[[^\][\n]+\]:.*$/gm, '');
  const unmarked = shown
    .replace(/^[ \t]*:{3,}.*$/gm, '')
    .replace(/^([ \t>]*)(?:[-+*]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])[ \t]+/gm, '$1');
  return [...new Set([markdown, shown, unmarked])];
}
