import type { Block } from '../markdown/parse-blocks.ts';
import { plainLetters } from '../model/plain-letters.ts';
import { itemCode, oneLine, saysRestricted } from './read-headings.ts';

/** What a heading of minutes says, whether typed as a heading or as a bold line. */
export type MinutesHeading =
  | {
      readonly kind: 'item';
      readonly code?: string;
      readonly number?: string;
      readonly title: string;
      /** The number stands without a stop: `3 Roads`. */
      readonly isBare?: true;
      /** The heading begins with one item's code and ends with a reference to another. */
      readonly namesTwo: boolean;
    }
  | { readonly kind: 'part'; readonly saysRestricted: boolean }
  | { readonly kind: 'sub-heading' }
  | { readonly kind: 'odd' };

/** `(Item B3)`, and whether it stands in the paragraph after the heading. */
export interface ItemReference {
  readonly code: string;
  readonly isNextBlock: boolean;
}

/** `(Item B3)` in the heading's own words, on the line after it, or as the whole of the next paragraph. */
export function findItemReference(block: Block, next: Block | undefined): ItemReference | undefined {
  const pattern = new RegExp(`\\(Item (${itemCode})\\)\\s*$`, 'i');
  const own =
    block.kind === 'heading' || block.kind === 'paragraph' ? pattern.exec(oneLine(block.text)) : null;
  if (own !== null) return { code: own[1]!.toUpperCase(), isNextBlock: false };
  const alone =
    next?.kind === 'paragraph'
      ? new RegExp(`^\\(Item (${itemCode})\\)$`, 'i').exec(oneLine(next.text))
      : null;
  return alone === null ? undefined : { code: alone[1]!.toUpperCase(), isNextBlock: true };
}

/** Reads the words of a heading, with the item that a reference beside it names. */
export function readMinutesHeading(typed: string, reference: string | undefined): MinutesHeading {
  const line = oneLine(typed).replace(new RegExp(`\\s*\\(Item (?:${itemCode})\\)\\s*$`, 'i'), '');
  const numbered = /^(\d{1,4})[.)]\s+(\S.*)$/.exec(line);
  const coded = /^([A-Z]\d{1,2})(?:[.:]| ?[-–—])?\s+(\S.*)$/.exec(line);
  if (reference !== undefined) {
    const number = numbered?.[1];
    const title = numbered?.[2] ?? (coded?.[1] === reference ? coded[2]! : line);
    return {
      kind: 'item',
      code: reference,
      ...(number === undefined ? {} : { number }),
      title,
      namesTwo: coded !== null && coded[1] !== reference,
    };
  }
  const plain = plainLetters(line);
  if (nearlyRefers(plain)) return { kind: 'odd' };
  if (coded !== null) return { kind: 'item', code: coded[1]!, title: coded[2]!, namesTwo: false };
  if (isPartHeading(plain)) return { kind: 'part', saysRestricted: saysRestricted(line) };
  if (numbered !== null) return { kind: 'item', number: numbered[1]!, title: numbered[2]!, namesTwo: false };
  const bare = /^(\d{1,2}(?:\.\d{1,2})?)(?: ?[-–—:])?\s+(\p{Lu}.*)$/u.exec(line);
  if (bare !== null)
    return { kind: 'item', number: bare[1]!, title: bare[2]!, isBare: true, namesTwo: false };
  // A code that is nearly one: a letter that looks like another, a space in it, the letter l for the digit 1.
  if (/^(?:item\s+)?[A-Z]\s?[0-9lIO]{1,2}\b/i.test(plain) || saysRestricted(line)) return { kind: 'odd' };
  return { kind: 'sub-heading' };
}

/** `(Item D 1)`, `(Items D1 and D2)`, `[Item D1]`, `(D1)`: a reference that was meant, and that names no one item. */
function nearlyRefers(line: string): boolean {
  return (
    /[([]\s*(?:agenda\s+)?items?\b[^)\]]*[)\]]?\s*$/i.test(line) ||
    /[([]\s*[A-Z]\s?\d{1,2}\s*[)\]]\s*$/.test(line)
  );
}

/** `UNRESTRICTED ITEMS`, `D - RESTRICTED ITEM(S)`, `C. Matters for Information`: it opens a part and is no item. */
function isPartHeading(line: string): boolean {
  return (
    /^(?:Part\s+)?[A-Z](?:[.:]\s+|\s+[–—-]\s*|[–—-]\s+)\S/i.test(line) ||
    /^Part\s+[A-Z]\b/i.test(line) ||
    // `Part 2` tells by its words alone whether it is restricted.
    (/^Part\s+(?:[IVX]+|\d)\b/i.test(line) &&
      /\b(?:un)?(?:restricted|exempt|confidential|private)\b|\b(?:open|public)\b/i.test(line)) ||
    /^(?:un)?(?:restricted|exempt|confidential|private)\b.*\bitems?\b/i.test(line)
  );
}
