// @ts-check
import { writeAddress } from './search-address.js';
import { element } from './search-element.js';
import { plain } from './search-words.js';

/** @typedef {import('./search-address.js').Question} Question */
/** @typedef {import('./search-ranking.js').Answer} Answer */

/**
 * Offers what else may have been meant: the words as they were typed, where one was corrected; another word, where no paper has
 * one that is typed.
 * @param {Question} question
 * @param {Answer} answer
 * @returns {HTMLElement[]}
 */
export function showHint(question, { corrections, suggestions }) {
  const exact = { ...question, isExact: true };
  const other = { ...question, query: withWords(question.query, suggestions) };
  return [
    ...(corrections.size === 0 ? [] : [offer('Search instead for', exact)]),
    ...(suggestions.size === 0 ? [] : [offer('Did you mean', other, '?')]),
  ];
}

/**
 * @param {string} words
 * @param {Question} question
 * @param {string} [end]
 */
function offer(words, question, end = '') {
  return element(
    'p',
    {},
    `${words} `,
    element('a', { href: writeAddress(question) }, `“${question.query}”`),
    end,
  );
}

/**
 * @param {string} query
 * @param {ReadonlyMap<string, string>} meant
 */
function withWords(query, meant) {
  return query.replace(/\S+/g, (word) => meant.get(plain(word)) ?? word);
}
