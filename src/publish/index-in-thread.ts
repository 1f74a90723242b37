import { indexPart } from '../index/index-part.ts';
import type { IndexedPart } from '../index/indexed-part.ts';
import type { PartToIndex } from '../index/index-part.ts';

/** Has Pagefind index parts, from a thread of its own and in a process of its own. */
export function createAnswerer(): (part: PartToIndex) => Promise<IndexedPart> {
  return (part) => indexPart(part);
}
