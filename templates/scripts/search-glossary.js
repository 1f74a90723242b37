// @ts-check
import { plain } from './search-words.js';

/** @typedef {import('./search-words.js').Word} Word */
/** @typedef {readonly (readonly [abbreviation: string, meaning: string])[]} Glossary */

/**
 * Other ways to write words of a query: `words` of it, and what may stand for all of them in a paper.
 * @typedef {{ words: readonly Word[], meaning: readonly string[] }} OtherWriting
 */

/**
 * Finds abbreviations and what they stand for, both ways: VRU for "violence reduction unit", and the other way round.
 * Spaces and hyphens do not matter, and neither does an s at the end.
 * @param {readonly Word[]} words
 * @param {Glossary} glossary
 * @returns {readonly OtherWriting[]}
 */
export function findOtherWritings(words, glossary) {
  return glossary.flatMap(([abbreviation, meaning]) => {
    const short = plain(abbreviation);
    const long = plain(meaning);
    const texts = meaning.split(/\s+/).map(plain);
    const shortened = words
      .filter(({ text }) => isSame(text, short))
      .map((word) => ({ words: [word], meaning: texts }));
    const written = spansOf(words, (text) => isSame(text, long)).map((span) => ({
      words: span,
      meaning: [short],
    }));
    return [...shortened, ...written];
  });
}

/**
 * Two words that the papers write as one: "crime stoppers".
 * @param {readonly Word[]} words
 * @returns {readonly OtherWriting[]}
 */
export function findJoined(words) {
  return words.slice(1).flatMap((word, index) => {
    const before = /** @type {Word} */ (words[index]);
    return /\d/.test(before.text + word.text)
      ? []
      : [{ words: [before, word], meaning: [before.text + word.text] }];
  });
}

/**
 * Neighbouring words that together are what is looked for.
 * @param {readonly Word[]} words
 * @param {(text: string) => boolean} isWanted
 */
function spansOf(words, isWanted) {
  return words.flatMap((_, from) => {
    const length =
      words.slice(from).findIndex((_, index) => isWanted(joined(words.slice(from, from + index + 1)))) + 1;
    return length > 1 ? [words.slice(from, from + length)] : [];
  });
}

/** @param {readonly Word[]} words */
function joined(words) {
  return words.map(({ text }) => text).join('');
}

/**
 * @param {string} text
 * @param {string} wanted
 */
function isSame(text, wanted) {
  return text === wanted || text === `${wanted}s`;
}
