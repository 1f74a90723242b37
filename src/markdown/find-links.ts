import type MarkdownIt from 'markdown-it';
import { plainText } from './plain-text.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** A link or an image of a paper, with the line that its paragraph begins on. */
export interface PaperLink {
  readonly target: string;
  readonly line: number;
  readonly isImage: boolean;
  readonly text: string;
}

/** Every link and image of parsed Markdown, images within links among them, in order. */
export function findLinks(tokens: readonly Token[]): readonly PaperLink[] {
  let line = 0;
  return tokens.flatMap((token) => {
    line = token.map?.[0] ?? line;
    return linksIn(token.children ?? [], line);
  });
}

function linksIn(children: readonly Token[], line: number): PaperLink[] {
  return children.flatMap((child, index) => {
    if (child.type === 'link_open') {
      const close = children.findIndex((other, at) => at > index && other.type === 'link_close');
      const text = plainText(children.slice(index + 1, close));
      return [{ target: child.attrGet('href') ?? '', line, isImage: false, text }];
    }
    if (child.type !== 'image') return [];
    const image = {
      target: child.attrGet('src') ?? '',
      line,
      isImage: true,
      text: plainText(child.children),
    };
    return [image, ...linksIn(child.children ?? [], line)];
  });
}
