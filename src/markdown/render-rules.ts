import type MarkdownIt from 'markdown-it';
import { plainText } from './plain-text.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** The size of a picture by the address that a page loads it by; undefined where it is not known. */
export type SizeOfImage = (src: string) => { readonly width: number; readonly height: number } | undefined;

/** What rendering one text needs and keeps. */
export interface RenderEnvironment {
  readonly resolveLink: (target: string) => string;
  readonly sizeOfImage?: SizeOfImage;
  /** What the text is called, where several stand on one page. */
  readonly name?: string;
  /** What its numbered paragraphs are of, where other texts of the page have the same numbers. */
  readonly paragraphsOf?: string;
  /** Tables so far. */
  tables: number;
  /** The prefix of the text's ids, without its last hyphen; markdown-it-footnote reads it. */
  readonly docId?: string;
}

/** The class of a list whose marks have a bracket after them, by its `type`. */
const bracketed: ReadonlyMap<string, string> = new Map([
  ['1', 'bracketed-number'],
  ['a', 'bracketed-letter'],
  ['A', 'bracketed-capital'],
  ['i', 'bracketed-roman'],
  ['I', 'bracketed-roman-capital'],
]);

/** Adds how papers differ from plain markdown-it output: links resolved, tables that scroll, no inline style, notices where a passage was cut. */
export function addRenderRules(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  const { escapeHtml } = markdown.utils;

  rules['text'] = (tokens, index, _options, environment: RenderEnvironment) => {
    const token = tokens[index]!;
    const numbered = (token.meta as { paragraph?: { number: string; id: string } } | null)?.paragraph;
    const words = escapeHtml(token.content);
    if (numbered === undefined) return words;
    // Each paper of a pack has a paragraph 1.1.
    const label =
      environment.paragraphsOf === undefined
        ? ''
        : ` aria-label="${escapeHtml(`${numbered.number}, ${environment.paragraphsOf}`)}"`;
    return `<a class="paragraph-number" href="#${numbered.id}"${label}>${numbered.number}</a> ${words}`;
  };
  rules['link_open'] = (tokens, index, options, environment: RenderEnvironment, self) => {
    tokens[index]!.attrSet('href', environment.resolveLink(tokens[index]!.attrGet('href') ?? ''));
    return self.renderToken(tokens, index, options);
  };
  const image = rules['image']!;
  rules['image'] = (tokens, index, options, environment: RenderEnvironment, self) => {
    const src = environment.resolveLink(tokens[index]!.attrGet('src') ?? '');
    tokens[index]!.attrSet('src', src);
    tokens[index]!.attrSet('loading', 'lazy');
    // With its size a picture keeps its place, and the text under it does not jump when it comes.
    for (const [name, pixels] of Object.entries(environment.sizeOfImage?.(src) ?? {}))
      tokens[index]!.attrSet(name, String(pixels));
    return image(tokens, index, options, environment, self);
  };

  rules['ordered_list_open'] = (tokens, index, options, _environment, self) => {
    const token = tokens[index]!;
    // What is typed `a)` is cited as `a)`: the style sheet has the bracket.
    if (token.markup === ')') token.attrJoin('class', bracketed.get(token.attrGet('type') ?? '1') ?? '');
    return self.renderToken(tokens, index, options);
  };

  rules['table_open'] = (tokens, index, options, environment: RenderEnvironment, self) => {
    environment.tables += 1;
    // Several papers stand on the page of a pack, and two regions of one name cannot be told apart.
    const paper = environment.name ?? environment.docId;
    const where = paper === undefined ? '' : ` of ${paper}`;
    const label = escapeHtml(`${captionOf(tokens, index) ?? `Table ${environment.tables}`}${where}`);
    return `<div class="table-scroll" role="region" aria-label="${label}" tabindex="0">${self.renderToken(tokens, index, options)}`;
  };
  rules['table_close'] = () => '</table></div>\n';
  for (const cell of ['th_open', 'td_open', 'caption_open']) {
    rules[cell] = (tokens, index, options, _environment, self) => {
      const token = tokens[index]!;
      // A `style` attribute would need a security policy that lets any style in.
      const right = (token.attrGet('style') ?? '').includes('right');
      token.attrs = (token.attrs ?? []).filter(
        ([name]) => name !== 'style' && !(cell === 'caption_open' && name === 'id'),
      );
      if (right) token.attrJoin('class', 'number');
      if (cell === 'th_open') token.attrSet('scope', 'col');
      return self.renderToken(tokens, index, options);
    };
  }

  rules['container_open'] = (tokens, index) => {
    const { info, content } = tokens[index]!;
    if (info === 'lang') return `<div lang="${escapeHtml(content)}">\n`;
    if (info === 'withheld') {
      return `<div class="withheld-notice"><p><strong>Not for publication:</strong> part of this paper is withheld. ${escapeHtml(content)}</p>\n`;
    }
    return '<div>\n';
  };
  rules['container_close'] = () => '</div>\n';

  // One label for the list of notes, so that a screen reader does not meet a nameless section.
  rules['footnote_block_open'] = () =>
    '<section class="footnotes" aria-label="Footnotes">\n<ol class="footnotes-list">\n';
  rules['footnote_anchor'] = (tokens, index, options, environment, self) => {
    const name = rules['footnote_anchor_name']!(tokens, index, options, environment, self);
    const subId = (tokens[index]!.meta as { subId: number }).subId;
    const id = subId > 0 ? `${name}:${subId}` : name;
    return ` <a href="#fnref${id}" class="footnote-backref" aria-label="Back to the text">↩</a>`;
  };
}

/** The words of a table's caption, which name the region that a screen reader can scroll. */
function captionOf(tokens: readonly Token[], table: number): string | undefined {
  const close = tokens.findIndex((token, index) => index > table && token.type === 'table_close');
  const caption = tokens.slice(table, close).findIndex((token) => token.type === 'caption_open');
  const words = caption === -1 ? '' : plainText(tokens[table + caption + 1]?.children ?? null).trim();
  return words === '' ? undefined : words;
}
