// @ts-check
import { filterNames } from './search-address.js';
import { listChoices, listRecords, readFragment } from './search-index.js';
import { bestStretch, matchesIn } from './search-matches.js';
import { answeredFactor, readRecord, titleBonus, weightsWithout } from './search-passages.js';
import { shardsFor } from './search-shards.js';
import { readTerms } from './search-terms.js';

/** @typedef {import('./search-address.js').Question} Question */
/** @typedef {import('./search-index.js').FilterCounts} FilterCounts */
/** @typedef {import('./search-index.js').Filters} Filters */
/** @typedef {import('./search-index.js').Listed} Listed */
/** @typedef {import('./search-passages.js').Reading} Reading */
/** @typedef {import('./search-terms.js').Term} Term */
/** @typedef {import('./search-terms.js').Writing} Writing */

/**
 * What was found, the best or the newest first.
 * @typedef {object} Answer
 * @property {boolean} isAsked
 * @property {readonly (() => Promise<Reading>)[]} results
 * @property {FilterCounts} counts
 * @property {readonly string[]} missing Words that no record holds.
 * @property {ReadonlyMap<string, string>} corrections What was looked for instead of misspelt words.
 * @property {ReadonlyMap<string, string>} suggestions What may have been meant by words that no record holds.
 */

/** How many of the best records are read and put in order once more by their text. */
const recordsRead = 10;
/** How long a title is, about; that is not known before a record is read. */
const wordsOfTitle = 10;
/** What has much less of what is looked for than the best has is not shown. */
const leastShare = 0.6;

/**
 * Answers a question. What has all of its words comes first; where nothing has, what has the most.
 * @param {Question} question
 * @returns {Promise<Answer>}
 */
export async function findAnswer({ query, filters, sort, isExact }) {
  const shards = await shardsFor(filters);
  const [records, terms] = await Promise.all([
    listRecords(shards),
    query === '' ? [] : readTerms(query, shards, isExact),
  ]);
  const weights = terms.map((term) => weightOf(term, records.size));
  const scores =
    query === '' ? new Map([...records.keys()].map((id) => [id, 0])) : scoreRecords(terms, weights);
  const found = [...scores.keys()].filter((id) => isChosen(filtersOf(records, id), filters));
  /** @param {number} id */
  const read = async (id) => readRecord(await readFragment(id), { terms, weights, id });
  const isByDate = sort === 'date' || query === '';
  const { results, wrong } = isByDate
    ? { results: [...found].sort(byDate(records)).map((id) => () => read(id)), wrong: new Set() }
    : await sortByScore([...found].sort(byDate(records)), scores, read);
  const scored = [...scores.keys()].filter((id) => !wrong.has(id)).map((id) => filtersOf(records, id));
  return {
    isAsked: query !== '' || filters.size > 0,
    results: query === '' && filters.size === 0 ? [] : results,
    counts: countValues(scored, await listValues([...records.values()]), filters),
    missing: terms
      .filter(
        ({ writings, records: of, anchor }) => writings.length === 0 && of.size === 0 && anchor === undefined,
      )
      .map(({ text }) => text),
    corrections: byText(terms, ({ correction }) => correction),
    suggestions: byText(terms, ({ suggestion }) => suggestion),
  };
}

/**
 * @param {readonly Term[]} terms
 * @param {(term: Term) => string | undefined} read
 * @returns {ReadonlyMap<string, string>}
 */
function byText(terms, read) {
  return new Map(
    terms.flatMap((term) => {
      const word = read(term);
      return word === undefined ? [] : [[term.text, word]];
    }),
  );
}

/**
 * A word that few records hold says more than one that many do.
 * @param {Term} term
 * @param {number} total
 */
function weightOf({ writings, importance, records }, total) {
  const holders = new Set(writings.flatMap(holdersOf));
  return importance * Math.log(1 + total / (1 + (holders.size === 0 ? records.size : holders.size)));
}

/**
 * The records that hold all words of a writing; those with longer words only where no record holds a word itself.
 * @param {Writing} writing
 * @returns {readonly number[]}
 */
function holdersOf({ words: [first, ...others] }) {
  if (first === undefined) return [];
  const { exact, records } = first.places;
  return [...(exact.size > 0 ? exact : records.keys())].filter((id) =>
    others.every(({ places }) => places.records.has(id)),
  );
}

/**
 * How well each record answers, as far as the index tells before the records are read.
 * @param {readonly Term[]} terms
 * @param {readonly number[]} weights
 * @returns {Map<number, number>}
 */
function scoreRecords(terms, weights) {
  const ids = new Set(terms.flatMap(({ writings, records }) => [...writings.flatMap(holdersOf), ...records]));
  const scores = [...ids].map((id) => {
    const others = weightsWithout({ terms, weights, id });
    const answered =
      answeredFactor * weights.reduce((sum, weight, term) => sum + weight - (others[term] ?? 0), 0);
    const matches = matchesIn(terms, id);
    // A record begins with its title.
    const inTitle = matches.filter(({ position }) => position < wordsOfTitle);
    const score =
      answered + bestStretch(matches, others).score + titleBonus * bestStretch(inTitle, others).score;
    return /** @type {const} */ ([id, score]);
  });
  const best = Math.max(0, ...scores.map(([, score]) => score));
  return new Map(scores.filter(([, score]) => score > 0 && score >= leastShare * best));
}

/**
 * The newest first, and those of one day as the site has them, whichever shards they are in.
 * @param {ReadonlyMap<number, Listed>} records
 * @returns {(first: number, second: number) => number}
 */
function byDate(records) {
  /** @param {number} id */
  const dateOf = (id) => filtersOf(records, id).get('date')?.[0] ?? '';
  /** @param {number} id */
  const placeOf = (id) => records.get(id)?.place ?? 0;
  return (first, second) =>
    dateOf(first) === dateOf(second)
      ? placeOf(first) - placeOf(second)
      : dateOf(first) < dateOf(second)
        ? 1
        : -1;
}

/**
 * @param {ReadonlyMap<number, Listed>} records
 * @param {number} id
 * @returns {Filters}
 */
function filtersOf(records, id) {
  return records.get(id)?.filters ?? new Map();
}

/**
 * Puts the best in order by what they say, which the index alone does not tell.
 * @param {readonly number[]} ids
 * @param {ReadonlyMap<number, number>} scores
 * @param {(id: number) => Promise<Reading>} read
 */
async function sortByScore(ids, scores, read) {
  const sorted = [...ids].sort((first, second) => (scores.get(second) ?? 0) - (scores.get(first) ?? 0));
  const best = await Promise.all(sorted.slice(0, recordsRead).map(read));
  // Where no record has a number, the index finds a shorter one that it begins with.
  const readings = best.filter(({ score }) => score > 0);
  readings.sort((first, second) => second.score - first.score);
  return {
    results: [
      ...readings.map((reading) => () => Promise.resolve(reading)),
      ...sorted.slice(recordsRead).map((id) => () => read(id)),
    ],
    // Those are no results, and are not counted.
    wrong: new Set(sorted.filter((_, index) => best[index]?.score === 0)),
  };
}

/**
 * @param {Filters} record
 * @param {ReadonlyMap<string, string>} filters
 */
function isChosen(record, filters) {
  return [...filters].every(([name, value]) => record.get(name)?.includes(value) === true);
}

/**
 * How many results each choice would leave, beside what is chosen in the other filters; nought, for some.
 * @param {readonly Filters[]} found
 * @param {ReadonlyMap<string, ReadonlyMap<string, number | undefined>>} values By filter and value: undefined where the
 *   records are in a shard that was not opened, and nobody has counted.
 * @param {ReadonlyMap<string, string>} filters
 * @returns {FilterCounts}
 */
function countValues(found, values, filters) {
  return Object.fromEntries(
    [...filterNames.keys()].map((name) => {
      /** @type {Record<string, number | undefined>} */
      const counts = Object.fromEntries(values.get(name) ?? []);
      const others = new Map([...filters].filter(([other]) => other !== name));
      const left = found.filter((record) => isChosen(record, others));
      for (const value of left.flatMap((record) => record.get(name) ?? []))
        counts[value] = (counts[value] ?? 0) + 1;
      return [name, counts];
    }),
  );
}

/**
 * All that may be chosen in each filter.
 * @param {readonly Listed[]} records
 * @returns {Promise<ReadonlyMap<string, ReadonlyMap<string, number | undefined>>>}
 */
async function listValues(records) {
  const choices = await listChoices();
  return new Map(
    [...filterNames.keys()].map((name) => {
      /** @type {Map<string, number | undefined>} */
      const values = new Map((choices.get(name) ?? []).map((value) => [value, undefined]));
      for (const { filters } of records) for (const value of filters.get(name) ?? []) values.set(value, 0);
      return [name, values];
    }),
  );
}
