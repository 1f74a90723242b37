import { plainLetters } from '../model/plain-letters.ts';
import { isNearWord } from './nearest-word.ts';

/** An item's code: a letter and a number (B2), or a number alone (7). */
export const itemCode = '[A-Z]\\d{1,2}|\\d{1,2}(?:\\.\\d{1,2})?';

/** A heading that names an item of the agenda: `B2 Title`, `B2. Title`, `7 Title`. */
export function readItemHeading(text: string): { readonly code: string; readonly title: string } | undefined {
  const match = new RegExp(`^(${itemCode})(?:[.:]| ?[-–—])?\\s+(\\S.*)$`, 's').exec(oneLine(text));
  return match === null ? undefined : { code: match[1]!, title: match[2]! };
}

/** Whether a heading that names no item was probably meant to: `b2 Title`, `B2.Title`, `B 2`, `Item B2`, lookalike letters. */
export function isNearlyItemHeading(text: string): boolean {
  return /^(?:item\s+)?[a-z]\s?[0-9lIO]{1,2}(?![a-z0-9])/i.test(plainLetters(oneLine(text)));
}

/** A heading that opens a part: `A. Committee Business`, `Part D - Restricted items`, `Part D`, or words alone. */
export function readPartHeading(text: string): { readonly letter?: string; readonly title?: string } {
  const line = oneLine(text);
  const alone = /^Part\s+([A-Z])[.:]?$/i.exec(line);
  if (alone !== null) return { letter: alone[1]!.toUpperCase() };
  const match =
    /^(?:Part\s+)?([A-Z])(?:\s*[.:–—-]\s*|\s+[-–—]\s*)(\S.*)$/i.exec(line) ??
    /^Part\s+([A-Z])\s+(\S.*)$/i.exec(line);
  return match === null ? { title: line } : { letter: match[1]!.toUpperCase(), title: match[2]! };
}

/** Words of a heading by which what follows it is not for the public. */
const restrictedWords = ['restricted', 'exempt', 'confidential', 'private'] as const;

/** Words that are near one of them and mean something else. */
const otherWords = new Set(['unrestricted', 'except', 'exempted', 'privately', 'confidentially']);

/**
 * Whether a part's heading says that what follows is not for the public: restricted, exempt, confidential or
 * private, as a whole word ("unrestricted" is another word), in whatever letters it is written.
 */
export function saysRestricted(heading: string): boolean {
  return new RegExp(`\\b(?:${restrictedWords.join('|')})\\b`, 'i').test(plainLetters(heading));
}

/** Whether a heading has a word that is nearly one of those which `saysRestricted` knows, such as "Restrcted". */
export function nearlySaysRestricted(heading: string): boolean {
  const words =
    plainLetters(heading)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return (
    !saysRestricted(heading) &&
    words.some((word) => !otherWords.has(word) && restrictedWords.some((known) => isNearWord(word, known)))
  );
}

/** Text on one line, its white space folded. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
