import type MarkdownIt from 'markdown-it';
import { plainText } from './plain-text.ts';
import { slug } from './slug.ts';

type Tokens = ReturnType<MarkdownIt['parse']>;
type Token = Tokens[number];

/** `2.3` or `2.3.1` at the head of a paragraph; a clock time or a quantity such as `10.30 am` is none. */
const paragraphNumber = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?!(?:am|pm|per cent|million|billion|hours)\b)/i;

/** Ids that footnotes have. */
const footnoteId = /^fn(?:ref)?\d/;

/**
 * Gives headings, numbered paragraphs and the items of numbered lists their anchors; an id is used once on a
 * page part, and the first to ask for it has it.
 */
export function addAnchors(tokens: Tokens, idPrefix: string): { id: string; level: number; text: string }[] {
  const used = new Set<string>();
  const headings: { id: string; level: number; text: string }[] = [];
  const take = (wanted: string): string => {
    let id = footnoteId.test(wanted) ? `section-${wanted}` : wanted;
    for (let copy = 2; used.has(id); copy += 1) id = `${wanted}-${copy}`;
    used.add(id);
    return id;
  };
  const takeOnce = (token: Token, number: string): string | undefined => {
    const id = `${idPrefix}para-${number.replaceAll('.', '-')}`;
    if (used.has(id)) return undefined;
    used.add(id);
    token.attrSet('id', id);
    return id;
  };
  let number: number | undefined;
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1];
    if (token.type === 'heading_open') {
      const text = plainText(inline?.children ?? null)
        .replace(/\s+/g, ' ')
        .trim();
      const id = take(idPrefix + slug(text));
      token.attrSet('id', id);
      headings.push({ id, level: Number(token.tag.slice(1)), text });
    } else if (token.type === 'paragraph_open' && token.level === 0) {
      anchorParagraph(token, inline?.children ?? [], takeOnce);
    } else if (token.type === 'ordered_list_open' && token.level === 0) {
      // Lists by letters have a type; those by numbers have none.
      number = token.attrGet('type') === null ? Number(token.attrGet('start') ?? 1) : undefined;
    } else if (token.type === 'ordered_list_close' && token.level === 0) {
      number = undefined;
    } else if (token.type === 'list_item_open' && token.level === 1 && number !== undefined) {
      takeOnce(token, String(number));
      number += 1;
    }
  }
  return headings;
}

function anchorParagraph(
  paragraph: Token,
  children: Token[],
  takeOnce: (token: Token, number: string) => string | undefined,
): void {
  const first = children.find((child) => child.type === 'text' && child.content !== '');
  const match = first === undefined ? null : paragraphNumber.exec(first.content);
  if (first === undefined || match === null) return;
  const id = takeOnce(paragraph, match[1]!);
  if (id === undefined) return;
  paragraph.attrJoin('class', 'numbered');
  first.content = first.content.slice(match[0].length);
  first.meta = { paragraph: { number: match[1]!, id } };
}
