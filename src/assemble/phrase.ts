import { countOf, formatCount } from '../model/count-of.ts';

export { countOf, formatCount };

/** `A, B and C`. */
export function listInWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** The first letter as a capital. */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `12 KB`, `1.4 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return countOf(bytes, 'byte', 'bytes');
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A body's title within a sentence: `the Kent Community Safety Partnership`, with one article however it is titled. */
export function withArticle(title: string): string {
  return `the ${title.replace(/^the\s+/i, '')}`;
}
