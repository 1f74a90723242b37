// @ts-check
import { listShards, placeOf, readContentsOf, readFile, readWords, stemOf } from './search-shards.js';
import { once } from './search-load.js';

/** @typedef {import('./search-shards.js').Shard} Shard */
/** @typedef {Record<string, Record<string, number | undefined>>} FilterCounts By filter and value, how many results it would leave, if that is known. */
/** @typedef {ReadonlyMap<string, readonly string[]>} Filters What a record is, by the name of the filter. */

/**
 * What the index holds of a record.
 * @typedef {object} Fragment
 * @property {string} url
 * @property {string} content
 * @property {Record<string, string>} meta
 * @property {Record<string, readonly string[]>} filters
 * @property {readonly { element: string, id: string, text?: string, location: number }[]} anchors
 *
 * Where a word stands.
 * @typedef {object} Places
 * @property {ReadonlyMap<number, readonly number[]>} records By the record's number in the index, the places.
 * @property {ReadonlySet<number>} exact The records that hold the word itself, or another form of it; where there are
 *   none, those with longer words that begin with it, or with the most of it, are among `records`.
 *
 * A record as the list tells it.
 * @typedef {{ filters: Filters, place: number }} Listed
 */

/**
 * Finds a word in shards, without regard to which shard holds what: only where none of them has the word itself, words
 * that begin with it are looked for.
 * @param {readonly Shard[]} shards
 * @param {string} text
 * @param {boolean} [isWhole] Longer words will not do.
 * @returns {Promise<Places>}
 */
export function findWord(shards, text, isWhole = false) {
  return once(`word ${text} ${isWhole} ${shards.map(({ name }) => name).join()}`, async () => {
    const stem = await stemOf(text);
    const exact = await readFrom(shards, stem, false);
    if (exact.size > 0 || isWhole) return { records: exact, exact: new Set(exact.keys()) };
    const longer = await readFrom(shards, stem, true);
    if (longer.size > 0) return { records: longer, exact: new Set() };
    // "policin", on the way to "policing", which the index has as "polic".
    for (let length = stem.length - 1; length > 2 && length > stem.length - 4; length -= 1) {
      const shorter = await readFrom(shards, stem.slice(0, length), false);
      if (shorter.size > 0) return { records: shorter, exact: new Set() };
    }
    return { records: longer, exact: new Set() };
  });
}

/**
 * @param {readonly Shard[]} shards
 * @param {string} stem
 * @param {boolean} isBeginning
 * @returns {Promise<ReadonlyMap<number, readonly number[]>>}
 */
async function readFrom(shards, stem, isBeginning) {
  const read = await Promise.all(
    shards.map(async (shard) => ({ shard, words: await readWords(shard, stem, isBeginning) })),
  );
  /** @type {Map<number, readonly number[]>} */
  const records = new Map();
  for (const { shard, words } of read) {
    for (const places of words.values()) {
      for (const [number, own] of places) {
        const record = shard.first + number;
        const others = records.get(record);
        const all = others === undefined ? own : [...new Set([...others, ...own])];
        records.set(record, others === undefined ? all : [...all].sort((first, second) => first - second));
      }
    }
  }
  return records;
}

/**
 * All records of shards, by number, with what they are: of which body, kind and date.
 * @param {readonly Shard[]} shards
 * @returns {Promise<ReadonlyMap<number, Listed>>}
 */
export function listRecords(shards) {
  return once(`records ${shards.map(({ name }) => name).join()}`, async () => {
    const lists = await Promise.all(shards.map(listShard));
    return new Map(lists.flat());
  });
}

/** @param {Shard} shard */
function listShard(shard) {
  return once(`list ${shard.name}`, async () => {
    const { columns, places } = await readContentsOf(shard);
    return places.map((place, number) => {
      const filters = new Map(
        columns.map(([filter, values, numbers]) => [filter, values[numbers[number] ?? -1] ?? []]),
      );
      filters.set(
        'year',
        (filters.get('date') ?? []).map((date) => date.slice(0, 4)),
      );
      return /** @type {[number, Listed]} */ ([shard.first + number, { filters, place }]);
    });
  });
}

/**
 * What may be chosen in a filter, as far as it is known without opening any shard.
 * @returns {Promise<ReadonlyMap<string, readonly string[]>>}
 */
export async function listChoices() {
  const { shards } = await listShards();
  return new Map([
    ['type', shards.flatMap(({ types }) => types)],
    ['year', shards.flatMap(({ years }) => years)],
  ]);
}

/**
 * Reads a record.
 * @param {number} record
 * @returns {Promise<Fragment>}
 */
export function readFragment(record) {
  return once(`fragment ${record}`, async () => {
    const { shard, name } = await placeOf(record);
    const bytes = await readFile(shard, `fragment/${name}.pf_fragment`);
    return JSON.parse(new TextDecoder().decode(bytes));
  });
}
