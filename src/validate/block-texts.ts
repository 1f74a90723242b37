import type { Block } from '../markdown/parse-blocks.ts';

/** The words of a block and of what is in it, but for passages that are cut out or read by themselves. */
export function textsIn(block: Block): readonly { readonly text: string; readonly line: number }[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => item.blocks).flatMap(textsIn);
    case 'container':
      return block.name === 'lang' ? block.blocks.flatMap(textsIn) : [];
    case 'heading':
    case 'paragraph':
    case 'other':
      return [{ text: block.text, line: block.start }];
  }
}
