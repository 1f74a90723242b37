import type { LineRange } from '../model/structure.ts';
import { createEnvironment } from './environment.ts';
import type { MarkdownEnvironment } from './environment.ts';
import { createMarkdown } from './create-markdown.ts';
import type { ContainerName } from './parse-containers.ts';
import { plainText } from './plain-text.ts';

/** A block at the top of a paper, or inside a container at the top. */
export type Block = LineRange &
  (
    | { readonly kind: 'heading'; readonly level: number; readonly text: string }
    | {
        readonly kind: 'paragraph';
        readonly text: string;
        /** The bold words that a paragraph begins with when its first line is bold as a whole; else empty. */
        readonly boldLine: string;
      }
    | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
    | { readonly kind: 'container'; readonly name: ContainerName; readonly words: string; readonly blocks: readonly Block[] }
    | { readonly kind: 'other'; readonly type: string; readonly unclosed: boolean }
  );

/** An item of a list: the words of its first paragraph, and all its lines. */
export interface ListItem extends LineRange {
  readonly text: string;
  /** `2` in `2.`, `b` in `b)`, empty for a bullet. */
  readonly mark: string;
}

/** A link or an image of a paper, with the line that its paragraph begins on. */
export interface PaperLink {
  readonly target: string;
  readonly line: number;
  readonly isImage: boolean;
  readonly text: string;
}

/** A paper's Markdown as blocks, with what has to be judged before anything of it may be shown. */
export interface ParsedMarkdown {
  readonly blocks: readonly Block[];
  readonly links: readonly PaperLink[];
  readonly environment: MarkdownEnvironment;
}

type Token = ReturnType<ReturnType<typeof createMarkdown>['parse']>[number];

/** Parses Markdown into blocks with their lines. Never throws: what is wrong stands in `environment.findings`. */
export function parseBlocks(markdown: string): ParsedMarkdown {
  const environment = createEnvironment();
  const tokens = createMarkdown().parse(markdown, environment);
  const lines = markdown.split('\n');
  const reader = new BlockReader(tokens, lines);
  return { blocks: reader.blocksUntil(() => false), links: findLinks(tokens), environment };
}

function findLinks(tokens: readonly Token[]): PaperLink[] {
  const links: PaperLink[] = [];
  let line = 0;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    const children = token.children ?? [];
    children.forEach((child, index) => {
      if (child.type === 'link_open') {
        const close = children.findIndex((other, at) => at > index && other.type === 'link_close');
        const text = plainText(children.slice(index + 1, close));
        links.push({ target: child.attrGet('href') ?? '', line, isImage: false, text });
      } else if (child.type === 'image') {
        links.push({ target: child.attrGet('src') ?? '', line, isImage: true, text: plainText(child.children) });
      }
    });
  }
  return links;
}

/** Walks the flat token list once, gathering each top-level block with what is inside it. */
class BlockReader {
  readonly #tokens: readonly Token[];
  readonly #lines: readonly string[];
  #at = 0;

  constructor(tokens: readonly Token[], lines: readonly string[]) {
    this.#tokens = tokens;
    this.#lines = lines;
  }

  blocksUntil(isEnd: (token: Token) => boolean): Block[] {
    const blocks: Block[] = [];
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at]!;
      if (isEnd(token)) return blocks;
      // Footnotes are rendered at the end from their definitions, whose lines the environment has.
      if (token.type === 'footnote_block_open') return blocks;
      blocks.push(this.#block(token));
    }
    return blocks;
  }

  #block(token: Token): Block {
    const [start, end] = token.map ?? [0, 0];
    if (token.type === 'container_open') {
      this.#at += 1;
      const blocks = this.blocksUntil((other) => other.type === 'container_close');
      this.#at += 1;
      return { kind: 'container', name: token.info as ContainerName, words: token.content, blocks, start, end };
    }
    const inside = this.#take(token);
    const inline = inside.find((other) => other.type === 'inline');
    if (token.type === 'heading_open') {
      return { kind: 'heading', level: Number(token.tag.slice(1)), text: plainText(inline?.children ?? null), start, end };
    }
    if (token.type === 'paragraph_open') {
      const children = inline?.children ?? null;
      return { kind: 'paragraph', text: plainText(children), boldLine: boldFirstLine(children), start, end };
    }
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      const items = listItems(inside, token.level + 1);
      return { kind: 'list', ordered: token.type === 'ordered_list_open', items, start, end: trimmedEnd(items, end) };
    }
    return { kind: 'other', type: token.type, unclosed: token.type === 'fence' && this.#isUnclosed(token), start, end };
  }

  /** The tokens from the one at hand to the one that closes it, stepping over them. */
  #take(token: Token): readonly Token[] {
    const from = this.#at;
    this.#at += 1;
    if (token.nesting === 1) {
      while (this.#at < this.#tokens.length) {
        const other = this.#tokens[this.#at]!;
        this.#at += 1;
        if (other.nesting === -1 && other.level === token.level) break;
      }
    }
    return this.#tokens.slice(from, this.#at);
  }

  #isUnclosed(token: Token): boolean {
    const last = this.#lines[(token.map?.[1] ?? 1) - 1] ?? '';
    return !last.trim().startsWith(token.markup) || (token.map?.[1] ?? 0) - (token.map?.[0] ?? 0) < 2;
  }
}

function listItems(tokens: readonly Token[], level: number): ListItem[] {
  const items: ListItem[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'list_item_open' || token.level !== level) return;
    const inline = tokens.slice(index + 1).find((other) => other.type === 'inline');
    const [start, end] = token.map ?? [0, 0];
    items.push({ text: plainText(inline?.children ?? null), mark: token.info, start, end });
  });
  return items;
}

/** A list's map takes in the blank lines after it. */
function trimmedEnd(items: readonly ListItem[], end: number): number {
  return Math.min(end, items.at(-1)?.end ?? end);
}

/** The bold words of a paragraph whose first line holds nothing else. */
function boldFirstLine(children: readonly Token[] | null): string {
  const tokens = (children ?? []).filter((child) => child.type !== 'text' || child.content !== '');
  if (tokens[0]?.type !== 'strong_open') return '';
  const close = tokens.findIndex((child) => child.type === 'strong_close');
  const next = tokens[close + 1];
  if (next !== undefined && next.type !== 'softbreak' && next.type !== 'hardbreak') return '';
  return plainText(tokens.slice(1, close));
}
