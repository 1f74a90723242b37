import { plainLetters } from '../model/plain-letters.ts';

/** An item of a restricted part, as the agenda prints it. */
export interface RestrictedItem {
  readonly code: string;
  readonly title: string;
}

/**
 * Whether a line of public minutes reads like the heading of a restricted item or part that the parser did not take
 * for one: bold, quoted, in a table or a code block, in full-width or lookalike letters, with the letter l for the
 * digit 1. Prose that mentions "item D1" within a sentence does not.
 */
export function looksLikeRestrictedHeading(line: string, letters: readonly string[], items: readonly RestrictedItem[]): boolean {
  return plainLetters(line)
    .split('|')
    .map(withoutMarks)
    .some((cell) => cell !== '' && (namesRestrictedPart(cell, letters) || namesRestrictedItem(cell, letters) || isTitleOf(cell, items)));
}

/** A line without the marks of headings, quotes, lists, bold and code around it. */
function withoutMarks(cell: string): string {
  return cell
    .replace(/^[\s>#*_+`~=-]+/, '')
    .replace(/^\d{1,4}[.)]\s+/, '')
    .replace(/^[\s>#*_+`~-]+/, '')
    .replace(/[\s#*_`~]+$/, '');
}

function namesRestrictedPart(cell: string, letters: readonly string[]): boolean {
  const word = '(?:restricted|exempt|confidential|private)';
  const opensPart = letters.some((letter) => new RegExp(`^(?:part\\s+)?${letter}\\s*[.:–—-]*\\s*[^.]{0,40}\\b${word}\\b`, 'i').test(cell));
  return opensPart || new RegExp(`^${word}\\s+(?:items?|business|part)\\b[^.]{0,40}$`, 'i').test(cell) || /^part\s+[a-z]\s*[.:–—-]?\s*$/i.test(cell);
}

function namesRestrictedItem(cell: string, letters: readonly string[]): boolean {
  return letters.some(
    (letter) =>
      new RegExp(`^(?:item\\s+)?${letter}\\s?(?:\\d{1,2}|[lIO])[.:)]?\\s+[–—-]?\\s*\\S`).test(cell) ||
      new RegExp(`^(?:item\\s+)?${letter}\\s?\\d{1,2}[.:)]?$`, 'i').test(cell) ||
      new RegExp(`\\(item\\s+${letter}\\s?(?:\\d{1,2}|[lIO])\\)$`, 'i').test(cell),
  );
}

/** Letters and digits alone, so that punctuation and case make no difference. */
function bare(text: string): string {
  return plainLetters(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function isTitleOf(cell: string, items: readonly RestrictedItem[]): boolean {
  const words = bare(cell);
  return items.some((item) => bare(item.title).includes(' ') && (words === bare(item.title) || words === bare(`${item.code} ${item.title}`)));
}
