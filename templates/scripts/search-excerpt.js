// @ts-check
import { plain } from './search-words.js';

/** @typedef {import('./search-matches.js').Match} Match */

const wordsShown = 36;

/**
 * Some words of a part, with its best stretch in their middle, and what was found in the part.
 * @param {readonly string[]} words Of the record.
 * @param {readonly Match[]} own
 * @param {{ start: number, end: number }} stretch
 * @param {{ start: number, end: number }} part
 */
export function excerptOf(words, own, stretch, { start, end }) {
  const room = Math.max(0, wordsShown - (stretch.end - stretch.start));
  const from = Math.max(start, Math.min(stretch.start - Math.floor(room / 2), end - wordsShown));
  const to = Math.min(end, from + wordsShown);
  const marked = new Set(
    own.flatMap(({ position, length }) => Array.from({ length }, (_, index) => position + index)),
  );
  const shown = words.slice(from, to).map((text, index) => ({ text, isMarked: marked.has(from + index) }));
  const cut = { text: '…', isMarked: false };
  const found = [...marked].map((position) => plain(words[position] ?? '')).filter((text) => text !== '');
  return {
    words: [...(from > start ? [cut] : []), ...shown, ...(to < end ? [cut] : [])],
    found: [...new Set(found)],
  };
}
