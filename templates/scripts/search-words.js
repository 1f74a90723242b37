// @ts-check

/**
 * A word of a query.
 * @typedef {object} Word
 * @property {string} text In small letters and without marks, as the index holds words: `antisocial` for Anti-Social.
 * @property {readonly string[]} parts What stands between the marks: `anti` and `social`.
 * @property {boolean} isTelling It says what is looked for, as "the" does not.
 * @property {boolean} isLast It may be the beginning of a word that is still being typed.
 */

/** Words that say nothing about what is looked for. */
const linkWords = new Set(
  `a about again against all also am an and any anything are as at be been being but by can could did do does doing each
  ever every find for from get gets getting going got had has have how i if in into is it its just many me more most
  much my now of on or our she should show so some someone something still than that the their them there they this
  to us was we were what when where which who whose why will with would you your`.split(/\s+/),
);

/**
 * Reads the words of a query. When none of them says what is looked for, all do.
 * @param {string} query
 * @returns {readonly Word[]}
 */
export function readWords(query) {
  const words = query
    .split(/\s+/)
    .map((raw) => ({ text: plain(raw), parts: partsOf(raw) }))
    .filter(({ text }) => text !== '')
    .map((word, index, all) => ({
      ...word,
      isTelling: !isLinkWord(word.text),
      isLast: index === all.length - 1,
    }));
  return words.some(({ isTelling }) => isTelling)
    ? words
    : words.map((word) => ({ ...word, isTelling: true }));
}

/** @param {string} text */
export function isLinkWord(text) {
  return linkWords.has(text);
}

/**
 * A word as the index holds it, but for its ending.
 * @param {string} raw
 */
export function plain(raw) {
  return raw
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * @param {string} raw
 * @returns {readonly string[]}
 */
export function partsOf(raw) {
  return raw
    .split(/[^\p{L}\p{N}'’]+/u)
    .map(plain)
    .filter((part) => part !== '');
}

/** Endings of a word in English; two words that differ in them alone are forms of one. */
const endings = /(?:s|es|ed|d|ing|er|ers|ment|al|ly|tion|ion|ies|y|ied|ying|e)?$/;

/**
 * How nearly a word of a paper is the word that is looked for, from 0 to 1. The index finds whatever begins alike:
 * "safety" for "safe".
 * @param {string} found As it stands in the paper.
 * @param {string} text As it is looked for.
 */
export function likeness(found, text) {
  const word = plain(found);
  if (word === text) return 1;
  if (partsOf(found).includes(text)) return 0.95;
  if (/^\d/.test(text)) return text.length > 3 && word.startsWith(text) ? 0.8 : 0;
  if (isForm(word, text) || partsOf(found).some((part) => isForm(part, text))) return 0.9;
  return word.startsWith(text) ? 0.4 : 0;
}

/**
 * @param {string} word
 * @param {string} text
 */
function isForm(word, text) {
  let same = 0;
  while (same < word.length && word[same] === text[same]) same += 1;
  if (same < 3) return false;
  return [word, text].every((each) => fullMatch(endings, each.slice(same)));
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 */
function fullMatch(pattern, text) {
  return pattern.exec(text)?.[0].length === text.length;
}
