import type MarkdownIt from 'markdown-it';
import { plainText } from './plain-text.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

interface Cell {
  readonly token: Token;
  readonly words: string;
}

/** `£1,200`, `-3.5%`, `(12)`, `1.2m`. */
const number = /^[-–−+(]{0,2}\s*[£$€]?\s*\d[\d,]*(?:\.\d+)?\s*(?:%|k|m|bn)?\)?$/i;
const year = /^(?:19|20)\d\d$/;

/**
 * Gives columns of a table that hold numbers and nothing else the class by which they stand right, so that their digits can
 * be compared; not where the officer said how a column stands, and not years. Changes what it is given.
 */
export function alignNumbers(tokens: readonly Token[]): void {
  for (const [start, token] of tokens.entries()) {
    if (token.type !== 'table_open') continue;
    const end = tokens.findIndex((other, index) => index > start && other.type === 'table_close');
    for (const column of columnsOf(tokens.slice(start, end))) {
      const filled = column.filter((cell) => cell.token.type === 'td_open' && cell.words !== '');
      const isTyped = column.some((cell) => cell.token.attrGet('style') !== null);
      if (isTyped || filled.length === 0 || filled.every((cell) => year.test(cell.words))) continue;
      if (!filled.every((cell) => number.test(cell.words))) continue;
      for (const cell of column) cell.token.attrJoin('class', 'number');
    }
  }
}

/** The cells of a table column by column. One with cells merged over rows has none that can be told apart. */
function columnsOf(table: readonly Token[]): readonly (readonly Cell[])[] {
  const columns: Cell[][] = [];
  let place = 0;
  for (const [index, token] of table.entries()) {
    if (token.attrGet('rowspan') !== null) return [];
    if (token.type === 'tr_open') place = 0;
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const width = Number(token.attrGet('colspan') ?? '1');
    const inline = table[index + 1];
    const words = inline?.type === 'inline' ? plainText(inline.children).trim() : '';
    // A cell over several columns is a heading of all of them.
    if (width === 1) (columns[place] ??= []).push({ token, words });
    place += width;
  }
  return columns.filter((column) => column !== undefined);
}
