// @ts-check
import { isEnglish } from './search-english.js';
import { findDate } from './search-dates.js';
import { findJoined, findOtherWritings } from './search-glossary.js';
import { findWord, listRecords } from './search-index.js';
import { loadAid } from './search-load.js';
import { anchorOf, findPlaces, kindOfPlace, readPasted } from './search-places.js';
import { nearestWord } from './search-spelling.js';
import { isLinkWord, readWords } from './search-words.js';

/** @typedef {import('./search-words.js').Word} Word */
/** @typedef {import('./search-places.js').Place} Place */
/** @typedef {import('./search-index.js').Places} Places */
/** @typedef {import('./search-shards.js').Shard} Shard */

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
 * @property {ReadonlySet<number>} records Records that answer it by what they are: of that day, of that kind.
 * @property {RegExp | undefined} anchor The id of what is looked for, where that is a place in a paper.
 * @property {string | undefined} correction What was looked for instead of a misspelt word.
 * @property {string | undefined} [suggestion] What may have been meant by a word that no paper holds.
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

const importanceOfKind = 0.3;

/**
 * Reads a query: its words, each in all the ways in which the papers may write it.
 * @param {string} query
 * @param {readonly Shard[]} shards To look in.
 * @param {boolean} [isExact] No word is to be corrected.
 * @returns {Promise<readonly Term[]>}
 */
export async function readTerms(query, shards, isExact = false) {
  const all = readWords(readPasted(query));
  const named = findPlaces(all, (await listRecords(shards)).values());
  const places = (await Promise.all(named.map((place) => termOfPlace(place, shards)))).filter(
    ({ isThere }) => isThere,
  );
  const taken = new Set(places.flatMap(({ place }) => place.words));
  const words = all.filter((word) => !taken.has(word));
  const terms = await readOthers(words, shards, isExact);
  const kind = await kindOf(places, words, shards);
  return [...places.map(({ term }) => term), ...kind, ...terms];
}

/**
 * A place as a term. It is there when a record is or holds it; else its words are looked for like others.
 * @param {Place} place
 * @param {readonly Shard[]} shards
 * @returns {Promise<{ place: Place, isThere: boolean, term: Term }>}
 */
async function termOfPlace(place, shards) {
  const { name, value } = place;
  const records = await findRecords(shards, name, (each) => each.toLowerCase() === value);
  const text = place.words.map((word) => word.text).join(' ');
  const anchor = anchorOf(place);
  return {
    place,
    isThere: records.size > 0 || name === 'paragraph',
    term: { text, writings: [], importance: 1, records, anchor, correction: undefined },
  };
}

/**
 * The kind of paper that is meant where no word says it: of an item its report, of a day its agenda and its minutes.
 * @param {readonly { place: Place }[]} places
 * @param {readonly Word[]} words Beside the places.
 * @param {readonly Shard[]} shards
 * @returns {Promise<readonly Term[]>}
 */
async function kindOf(places, words, shards) {
  if (words.some(({ text }) => kinds.has(text))) return [];
  const ofPlace = [...kindOfPlace]
    .filter(([name]) => places.some(({ place }) => place.name === name))
    .at(-1)?.[1];
  if (ofPlace !== undefined) {
    const records = await findRecords(shards, 'type', (type) => type === ofPlace);
    return meantTerm(ofPlace, records, 0.6);
  }
  const { date, records: ofDay } = await findDay(words, shards);
  if (!words.every((word) => date.includes(word) || !word.isTelling)) return [];
  const first = await findRecords(shards, 'type', (type) => type === 'agenda' || type === 'minutes');
  // What is of the day comes before what speaks of it, and both kinds before what else is of the day.
  const firstOfDay = new Set([...ofDay].filter((record) => first.has(record)));
  return [...meantTerm('day', ofDay, 0.4), ...meantTerm('meeting', firstOfDay, 0.2)];
}

/**
 * What nobody typed and everybody means; nothing, where no record is so.
 * @param {string} text
 * @param {ReadonlySet<number>} records
 * @param {number} importance
 * @returns {readonly Term[]}
 */
function meantTerm(text, records, importance) {
  return records.size === 0
    ? []
    : [{ text, writings: [], importance, records, anchor: undefined, correction: undefined }];
}

/**
 * The terms of words that name no place.
 * @param {readonly Word[]} words
 * @param {readonly Shard[]} shards
 * @param {boolean} isExact
 * @returns {Promise<readonly Term[]>}
 */
async function readOthers(words, shards, isExact) {
  const telling = words.filter(({ isTelling }) => isTelling);
  const [glossary, { date, records }, ...typed] = await Promise.all([
    loadAid('search-glossary.json'),
    findDay(words, shards),
    ...telling.map(({ text }) => findWord(shards, text)),
  ]);
  const unknown = new Set(telling.filter((_, index) => typed[index]?.exact.size === 0));
  // Two words that the papers know are hardly one that was torn apart, and to look for it costs a file a shard.
  const joined = findJoined(words).filter((other) => other.words.some((word) => unknown.has(word)));
  const others = [...findOtherWritings(words, glossary), ...joined];
  return Promise.all(
    telling.map(async (word) => {
      const meanings = others.filter((other) => other.words.includes(word)).map(({ meaning }) => meaning);
      const written = await Promise.all(meanings.map((meaning) => findWriting(meaning, 0.95, shards, true)));
      const known = written.filter(({ words: [first] }) => (first?.places.exact.size ?? 0) > 0);
      const { writing, ...meant } = await findWritten(word, known.length > 0, shards, isExact);
      const kind = kinds.get(word.text);
      return {
        text: word.text,
        writings: [...(writing === undefined ? [] : [writing]), ...known],
        importance: kind === undefined ? 1 : importanceOfKind,
        records: date.includes(word)
          ? records
          : kind === undefined
            ? new Set()
            : await findRecords(shards, 'type', (type) => type === kind),
        anchor: undefined,
        ...meant,
      };
    }),
  );
}

/**
 * The records of the day, month or year that the query names.
 * @param {readonly Word[]} words
 * @param {readonly Shard[]} shards
 * @returns {Promise<{ date: readonly Word[], records: ReadonlySet<number> }>}
 */
async function findDay(words, shards) {
  const date = findDate(words);
  if (date === undefined) return { date: [], records: new Set() };
  return {
    date: date.words,
    records: await findRecords(shards, 'date', (day) => date.pattern.test(day)),
  };
}

/**
 * @param {readonly Shard[]} shards
 * @param {string} name
 * @param {(value: string) => boolean} isWanted
 * @returns {Promise<ReadonlySet<number>>}
 */
async function findRecords(shards, name, isWanted) {
  const records = [...(await listRecords(shards))].filter(([, { filters }]) =>
    filters.get(name)?.some(isWanted),
  );
  return new Set(records.map(([id]) => id));
}

/**
 * Finds a word as it is typed or, when no paper holds it and it is no word of English, as it was meant. A word that no paper
 * holds is none the less a word: "speeding" is not to be answered with "spending".
 * @param {Word} word
 * @param {boolean} isKnown It has another writing that the papers hold.
 * @param {readonly Shard[]} shards
 * @param {boolean} isExact
 * @returns {Promise<{ writing: Writing | undefined, correction: string | undefined, suggestion?: string | undefined }>}
 */
async function findWritten({ text, parts, isLast }, isKnown, shards, isExact) {
  const typed = await findWriting([text], 1, shards);
  if ((typed.words[0]?.places.exact.size ?? 0) > 0) return { writing: typed, correction: undefined };
  const isNumber = /^\d/.test(text);
  if (parts.length > 1 && !isNumber) {
    // "multi-agency" where the papers write "multi agency".
    return { writing: await findWriting(parts, 0.9, shards), correction: undefined };
  }
  if (isKnown) return { writing: undefined, correction: undefined };
  /** @type {readonly string[]} */
  const known = await loadAid('search-words.json');
  const isBeginning = isNumber
    ? text.length > 3
    : text.length > 2 && known.some((each) => each.startsWith(text));
  if (isBeginning) return { writing: { ...typed, quality: isLast ? 0.8 : 0.6 }, correction: undefined };
  const correction = isExact ? undefined : nearestWord(text, known);
  if (correction !== undefined && (await isEnglish(text)))
    return { writing: undefined, correction: undefined, suggestion: correction };
  return {
    writing: correction === undefined ? undefined : await findWriting([correction], 0.9, shards),
    correction,
  };
}

/**
 * @param {readonly string[]} texts
 * @param {number} quality
 * @param {readonly Shard[]} shards
 * @param {boolean} [isWhole] Words that only begin with one of them will not do.
 * @returns {Promise<Writing>}
 */
async function findWriting(texts, quality, shards, isWhole = false) {
  const telling = texts
    .map((text, offset) => ({ text, offset }))
    .filter(({ text }) => texts.length === 1 || !isLinkWord(text));
  const words = await Promise.all(
    telling.map(async (word) => ({ ...word, places: await findWord(shards, word.text, isWhole) })),
  );
  return { words, length: texts.length, quality };
}
