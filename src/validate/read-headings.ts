import { plainLetters } from '../model/plain-letters.ts';

/** An item's code: a letter and a number (B2), or a number alone (7). */
export const itemCode = '[A-Z]\\d{1,2}|\\d{1,2}(?:\\.\\d{1,2})?';

/** A heading that names an item of the agenda: `B2 Title`, `B2. Title`, `7 Title`. */
export function readItemHeading(text: string): { readonly code: string; readonly title: string } | undefined {
  const match = new RegExp(`^(${itemCode})(?:[.:]| ?[-–—])?\\s+(\\S.*)$`, 's').exec(oneLine(text));
  return match === null ? undefined : { code: match[1]!, title: match[2]! };
}

/** A heading that opens a part: `A. Committee Business`, `Part D - Restricted items`, or words alone. */
export function readPartHeading(text: string): { readonly letter?: string; readonly title: string } {
  const line = oneLine(text);
  const match = /^(?:Part\s+)?([A-Z])(?:\s*[.:–—-]\s*|\s+[-–—]\s*)(\S.*)$/i.exec(line) ?? /^Part\s+([A-Z])\s+(\S.*)$/i.exec(line);
  return match === null ? { title: line } : { letter: match[1]!.toUpperCase(), title: match[2]! };
}

/**
 * Whether a part's heading says that what follows is not for the public: restricted, exempt, confidential or
 * private, as a whole word ("unrestricted" is another word), in whatever letters it is written.
 */
export function saysRestricted(heading: string): boolean {
  return /\b(?:restricted|exempt|confidential|private)\b/i.test(plainLetters(heading));
}

/** Text on one line, its white space folded. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
