import { plainLetters } from '../model/plain-letters.ts';
import { bareWords } from './bare-words.ts';

/** An item of a restricted part, as the agenda prints it. */
export interface RestrictedItem {
  readonly code: string;
  readonly title: string;
}

/** Tells of a line whether it reads like a heading. */
export type HeadingTest = (line: string) => boolean;

/**
 * Makes the test whether a line of a public paper reads like the heading of a restricted item or part that the parser did
 * not take for one: bold, quoted, in a table or a code block, in full-width or lookalike letters, with the letter l for the
 * digit 1. Prose that mentions "item D1" within a sentence does not.
 */
export function createHeadingTest(letters: readonly string[], items: readonly RestrictedItem[]): HeadingTest {
  const partNames = namesOfParts(letters);
  const itemNames = {
    plain: namesOfItems(letters, '\\d{1,2}'),
    marked: namesOfItems(letters, '(?:\\d{1,2}|[lIO])'),
  };
  const titles = items.flatMap(({ code, title }) =>
    bareWords(title).includes(' ') ? [bareWords(title), bareWords(`${code} ${title}`)] : [],
  );
  const isTitled = (cell: string, isMarkedLine: boolean): boolean => {
    const words = bareWords(cell);
    const label = bareWords(cell.split(/[:–—]/)[0]!);
    return titles.some(
      (title) => words === title || label === title || (isMarkedLine && words.startsWith(`${title} `)),
    );
  };
  return (line) =>
    plainLetters(decodeEntities(line))
      .split('|')
      .some((typed) => {
        const cell = withoutMarks(typed);
        if (cell === '') return false;
        // Without a mark "DI Smith reported" is a detective inspector, and "DO NOT" an order.
        const names = [...partNames, ...(isMarked(typed) ? itemNames.marked : itemNames.plain)];
        return names.some((name) => name.test(cell)) || isTitled(cell, isMarked(typed));
      });
}

/** `&#68;1` and `D&#49;` are printed as D1. */
function decodeEntities(line: string): string {
  return line
    .replace(/&#(\d{1,6});/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, digits: string) => String.fromCodePoint(parseInt(digits, 16)))
    .replace(/&nbsp;/g, ' ');
}

/** A line without the marks of headings, quotes, lists, bold, code and links in and around it. */
function withoutMarks(cell: string): string {
  return cell
    .replace(/<[^>]*>/g, ' ')
    .replace(/[*_`~\\]+/g, '')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/^[\s>#+=(-]+/, '')
    .replace(/^\d{1,4}[.)]?\s+/, '')
    .replace(/^[\s>#+(-]+/, '')
    .replace(/[\s#]+$/, '');
}

/** Whether somebody meant a line to stand out. */
function isMarked(cell: string): boolean {
  return /^\s*(?:[>#]|\d{1,4}[.)]\s|(?:[-+]\s+)?(?:\*\*|__|`))/.test(cell);
}

function namesOfParts(letters: readonly string[]): RegExp[] {
  const word = '(?:restricted|exempt|confidential|private)';
  return [
    new RegExp(`^(?:strictly\\s+)?${word}(?:\\s+(?:and|&)\\s+${word})?[.:]?$`, 'i'),
    new RegExp(`^${word}\\s+(?:items?|business|part)\\b[^.]{0,40}$`, 'i'),
    ...letters.flatMap((letter) => [
      new RegExp(`^(?:part\\s+)?${letter}\\b\\s*[.:–—-]*\\s*[^.]{0,40}\\b${word}\\b`, 'i'),
      new RegExp(`^part\\s+${letter}\\s*(?:$|[.:–—-])`, 'i'),
    ]),
  ];
}

function namesOfItems(letters: readonly string[], number: string): RegExp[] {
  return letters.flatMap((letter) => [
    new RegExp(
      `^(?:(?:[Aa]genda\\s+)?(?:[Ii]tem|ITEM)\\s+)?${letter}[\\s./-]?${number}[.:)]{0,2}\\s+[–—-]?\\s*\\S`,
    ),
    new RegExp(`^(?:(?:agenda\\s+)?item\\s+)?${letter}[\\s./-]?\\d{1,2}[.:)]{0,2}(?:$|\\s*[–—-])`, 'i'),
    new RegExp(
      `^(?:agenda\\s+)?item\\s+${letter}[\\s./-]?(?:one|two|three|four|five|six|seven|eight|nine|ten)\\b`,
      'i',
    ),
    new RegExp(`^(?:(?:[Aa]genda\\s+)?(?:[Ii]tem|ITEM)\\s+)?${letter}\\s?\\((?:[ivx]{1,4}|\\d{1,2})\\)`),
    new RegExp(`\\(item\\s+${letter}[\\s./-]?(?:\\d{1,2}|[lIO])\\)$`, 'i'),
  ]);
}
