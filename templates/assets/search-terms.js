// @ts-check
import { findDate } from './search-dates.js';
import { findJoined, findOtherWritings } from './search-glossary.js';
import { findWord, listRecords, loadAid } from './search-index.js';
import { nearestWord } from './search-spelling.js';
import { isLinkWord, readWords } from './search-words.js';

/** @typedef {import('./search-words.js').Word} Word */
/** @typedef {import('./search-index.js').Places} Places */

/**
 * One way in which what is looked for may stand in a paper: words one after another.
 * @typedef {object} Writing
 * @property {readonly { text: string, offset: number, places: Places }[]} words
 * @property {number} length In words.
 * @property {number} quality How good a match it is, from 0 to 1.
 *
 * What is looked for: a word of the query, in all its writings.
 * @typedef {object} Term
 * @property {string} text
 * @property {readonly Writing[]} writings
 * @property {number} importance 1, or less for a word that rather says which kind of paper is wanted.
 * @property {ReadonlySet<string>} records Records that answer it by what they are: of that day, of that kind.
 * @property {string | undefined} correction What was looked for instead of a word that no paper holds.
 */

/** Words that say which kind of record is looked for; the words of a resolution say it of themselves. */
const kinds = new Map([
  ...['minutes', 'minute', 'notes'].map((word) => /** @type {const} */ ([word, 'minutes'])),
  ...['agenda', 'agendas'].map((word) => /** @type {const} */ ([word, 'agenda'])),
  ...['report', 'reports', 'paper'].map((word) => /** @type {const} */ ([word, 'report'])),
  ...['resolution', 'resolutions', 'resolved', 'decision', 'decisions', 'decided', 'decide'].map(
    (word) => /** @type {const} */ ([word, 'resolution']),
  ),
]);

/**
 * Reads a query: its words, each in all the ways in which the papers may write it.
 * @param {string} query
 * @returns {Promise<readonly Term[]>}
 */
export async function readTerms(query) {
  const words = readWords(query);
  const others = [...findOtherWritings(words, await loadAid('search-glossary.json')), ...findJoined(words)];
  const { date, records } = await findDay(words);
  return Promise.all(
    words
      .filter(({ isTelling }) => isTelling)
      .map(async (word) => {
        const meanings = others.filter((other) => other.words.includes(word)).map(({ meaning }) => meaning);
        const written = await Promise.all(meanings.map((meaning) => findWriting(meaning, 0.95)));
        const known = written.filter(({ words: [first] }) => (first?.places.exact.size ?? 0) > 0);
        const { writing, correction } = await findWritten(word, known.length > 0);
        const kind = kinds.get(word.text);
        return {
          text: word.text,
          writings: [...(writing === undefined ? [] : [writing]), ...known],
          importance: kind === undefined ? 1 : 0.3,
          records: date.includes(word)
            ? records
            : kind === undefined
              ? new Set()
              : await findRecords('type', (type) => type === kind),
          correction,
        };
      }),
  );
}

/**
 * The records of the day, month or year that the query names.
 * @param {readonly Word[]} words
 * @returns {Promise<{ date: readonly Word[], records: ReadonlySet<string> }>}
 */
async function findDay(words) {
  const date = findDate(words);
  if (date === undefined) return { date: [], records: new Set() };
  return { date: date.words, records: await findRecords('date', (day) => day.startsWith(date.start)) };
}

/**
 * @param {string} name
 * @param {(value: string) => boolean} isWanted
 * @returns {Promise<ReadonlySet<string>>}
 */
async function findRecords(name, isWanted) {
  const records = [...(await listRecords())].filter(([, filters]) => filters.get(name)?.some(isWanted));
  return new Set(records.map(([id]) => id));
}

/**
 * Finds a word as it is typed or, when no paper holds it, as it was meant.
 * @param {Word} word
 * @param {boolean} isKnown It has another writing that the papers hold.
 * @returns {Promise<{ writing: Writing | undefined, correction: string | undefined }>}
 */
async function findWritten({ text, parts, isLast }, isKnown) {
  const typed = await findWriting([text], 1);
  if ((typed.words[0]?.places.exact.size ?? 0) > 0) return { writing: typed, correction: undefined };
  const isNumber = /^\d/.test(text);
  if (parts.length > 1 && !isNumber) {
    // "multi-agency" where the papers write "multi agency".
    return { writing: await findWriting(parts, 0.9), correction: undefined };
  }
  if (isKnown) return { writing: undefined, correction: undefined };
  /** @type {readonly string[]} */
  const known = await loadAid('search-words.json');
  const isBeginning = isNumber
    ? text.length > 3
    : text.length > 2 && known.some((each) => each.startsWith(text));
  if (isBeginning) return { writing: { ...typed, quality: isLast ? 0.8 : 0.6 }, correction: undefined };
  const correction = nearestWord(text, known);
  return { writing: correction === undefined ? undefined : await findWriting([correction], 0.9), correction };
}

/**
 * @param {readonly string[]} texts
 * @param {number} quality
 * @returns {Promise<Writing>}
 */
async function findWriting(texts, quality) {
  const telling = texts
    .map((text, offset) => ({ text, offset }))
    .filter(({ text }) => texts.length === 1 || !isLinkWord(text));
  const words = await Promise.all(
    telling.map(async (word) => ({ ...word, places: await findWord(word.text) })),
  );
  return { words, length: texts.length, quality };
}
