// @ts-check
import { element } from './search-element.js';
import { plain } from './search-words.js';

/**
 * Marks words in a page. Marks have no size of their own, so that what the address points to stays where it is.
 * @param {HTMLElement} place
 * @param {string} query Words as the index holds them, with spaces between.
 */
export function markWords(place, query) {
  const words = new Set(query.split(/\s+/).map(plain).filter(Boolean));
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  // Before anything is changed, since the walk goes over what it finds.
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) markText(text, words);
}

/**
 * @param {Text} text
 * @param {ReadonlySet<string>} words
 */
function markText(text, words) {
  const pieces = text.data.split(/(\s+)/);
  if (!pieces.some((piece) => words.has(plain(piece)))) return;
  text.replaceWith(...pieces.map((piece) => (words.has(plain(piece)) ? element('mark', {}, piece) : piece)));
}
