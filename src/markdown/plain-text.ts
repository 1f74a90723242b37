import type MarkdownIt from 'markdown-it';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** The words of inline tokens as a reader sees them; a line break in the source is a line feed. */
export function plainText(children: readonly Token[] | null): string {
  let text = '';
  for (const child of children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') text += '\n';
    else if (child.type === 'image') text += plainText(child.children);
    else if (child.type === 'text' || child.type === 'code_inline' || child.type === 'text_special')
      text += child.content;
  }
  return text;
}
