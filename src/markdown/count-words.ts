import type { PublicMarkdown } from '../model/publication.ts';
import { textOf } from './text-of.ts';

/** Words to read in public Markdown. */
export function countWords(text: PublicMarkdown): number {
  return textOf(text)
    .split(' ')
    .filter((word) => word !== '').length;
}
