import type { Block } from '../markdown/parse-blocks.ts';
import type { Complain } from './complaint.ts';
import { readItemLine } from './parse-item-lines.ts';

/**
 * Complains of item lines that stand elsewhere than in the list directly under an item's heading: they would be printed
 * as text, and what they say of the item's papers would hold for nobody.
 */
export function checkStrayItemLines(blocks: readonly Block[], complain: Complain): void {
  for (const block of blocks) {
    const lines = block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block] : [];
    for (const { text, start } of lines) {
      if (readItemLine(text).word === undefined) continue;
      complain(
        start,
        'item-line-place',
        'This line reads like one that tells of the item (`Word: value`), and it does not stand in the list directly under the item’s heading.',
        'Move it there, on a line of its own that begins with a hyphen and a space.',
      );
    }
  }
}
