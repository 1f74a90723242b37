// @ts-check
import { element } from './search-element.js';
import { isLinkWord, plain } from './search-words.js';

/**
 * Marks words in a page, and opens what was folded over one of them. Marks have no size of their own, so that what the
 * address points to stays where it is.
 * @param {HTMLElement} place
 * @param {string} query Words as the index holds them, with spaces between.
 */
export function markWords(place, query) {
  const words = wordsToMark(query);
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  // Before anything is changed, since the walk goes over what it finds.
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) markText(text, words);
  openFolds(place);
}

/**
 * "The" and "of" are all over a page and say nothing; they are marked only when nothing else was looked for.
 * @param {string} query
 * @returns {ReadonlySet<string>}
 */
function wordsToMark(query) {
  const words = query.split(/\s+/).map(plain).filter(Boolean);
  const telling = words.filter((word) => !isLinkWord(word));
  return new Set(telling.length > 0 ? telling : words);
}

/**
 * @param {Text} text
 * @param {ReadonlySet<string>} words
 */
function markText(text, words) {
  const pieces = text.data.split(/(\s+)/);
  if (!pieces.some((piece) => words.has(plain(piece)))) return;
  text.replaceWith(...pieces.flatMap((piece) => (words.has(plain(piece)) ? markPiece(piece) : [piece])));
}

/**
 * The word alone, without the full stop or the bracket that touches it.
 * @param {string} piece
 */
function markPiece(piece) {
  const [, before = '', word = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(piece) ?? [];
  return [before, element('mark', {}, word), after];
}

/** @param {HTMLElement} place */
function openFolds(place) {
  const folded = [...place.querySelectorAll('details:not([open])')].filter(
    (fold) => fold.querySelector(':scope > :not(summary) mark') !== null,
  );
  if (folded.length === 0) return;
  for (const fold of folded) fold.setAttribute('open', '');
  // What opens above it moves what the address points to.
  document.querySelector(':target')?.scrollIntoView();
}
