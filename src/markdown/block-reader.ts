import type MarkdownIt from 'markdown-it';
import type { Block, ListItem } from './parse-blocks.ts';
import type { ContainerName } from './parse-containers.ts';
import { readPartMark } from './part-mark.ts';
import { plainText } from './plain-text.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** Walks the flat token list once, gathering each block with what is inside it. */
export class BlockReader {
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
      return {
        kind: 'container',
        name: token.info as ContainerName,
        words: token.content,
        blocks,
        start,
        end,
      };
    }
    const inside = this.#take(token);
    const children = inside.find((other) => other.type === 'inline')?.children ?? null;
    if (token.type === 'heading_open') {
      return { kind: 'heading', level: Number(token.tag.slice(1)), text: plainText(children), start, end };
    }
    if (token.type === 'paragraph_open') {
      return { kind: 'paragraph', text: plainText(children), boldLine: boldFirstLine(children), start, end };
    }
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      const items = listItems(inside, token.level + 1, this.#lines);
      return {
        kind: 'list',
        ordered: token.type === 'ordered_list_open',
        items,
        start,
        end: trimmedEnd(items, end),
      };
    }
    return { kind: 'other', type: token.type, text: wordsOf(inside), start, end };
  }

  /** The tokens from the one at hand to the one that closes it, stepping over them. */
  #take(token: Token): readonly Token[] {
    const from = this.#at;
    this.#at = token.nesting === 1 ? closeOf(this.#tokens, from) + 1 : from + 1;
    return this.#tokens.slice(from, this.#at);
  }
}

/** The index of the token that closes the one at `from`. */
function closeOf(tokens: readonly Token[], from: number): number {
  const level = tokens[from]!.level;
  let at = from + 1;
  while (at < tokens.length - 1 && !(tokens[at]!.nesting === -1 && tokens[at]!.level === level)) at += 1;
  return at;
}

function listItems(tokens: readonly Token[], level: number, lines: readonly string[]): ListItem[] {
  const items: ListItem[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'list_item_open' || token.level !== level) return;
    const inside = tokens.slice(index + 1, closeOf(tokens, index));
    const inline = inside.find((other) => other.type === 'inline');
    const [start, end] = token.map ?? [0, 0];
    items.push({
      text: plainText(inline?.children ?? null),
      mark: readPartMark(lines[start] ?? '') ?? '',
      blocks: new BlockReader(inside, lines).blocksUntil(() => false),
      start,
      end,
    });
  });
  return items;
}

/** A list's map takes in the blank lines after it. */
function trimmedEnd(items: readonly ListItem[], end: number): number {
  return Math.min(end, items.at(-1)?.end ?? end);
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      token.type === 'inline'
        ? plainText(token.children)
        : token.type === 'fence' || token.type === 'code_block'
          ? token.content
          : '',
    )
    .filter((words) => words !== '')
    .join('\n');
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
