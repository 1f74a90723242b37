// @ts-check
import { readContents, readWordsOf, unpack } from './search-chunk.js';
import { once, siteRoot } from './search-load.js';
import { stemEnglish } from './search-stem.js';

/**
 * A folder of the index, with records of its own. Records are numbered through all shards: those of one follow those of
 * the shard before.
 * @typedef {object} Shard
 * @property {string} name
 * @property {string} [within] The shard that holds its records too.
 * @property {number} records How many.
 * @property {readonly string[]} types
 * @property {readonly string[]} years
 * @property {string} contents The name of its table of contents.
 * @property {number} first The number of its first record.
 */

/** @typedef {Map<string, Map<number, readonly number[]>>} Words By word and record, the places where it stands. */

/** How many files of words are read for the words that begin alike: the beginnings of very many are cut short. */
const filesOfBeginning = 3;

/** @returns {Promise<{ language: string, shards: readonly Shard[] }>} */
export function listShards() {
  return once('shards', async () => {
    // Everything else is named after its content; this says what there is now.
    const response = await fetch(new URL('pagefind/shards.json', siteRoot), { cache: 'no-cache' });
    if (!response.ok) throw new Error('The list of the shards could not be loaded.');
    /** @type {{ language: string, shards: Omit<Shard, 'first'>[] }} */
    const { language, shards } = await response.json();
    let first = 0;
    const numbered = shards.map((shard) => {
      const numberedShard = { ...shard, first };
      first += shard.records;
      return numberedShard;
    });
    return { language, shards: numbered };
  });
}

/**
 * The shards that may hold what is asked for, none of whose records stand in another of them: a shard that is within
 * another is opened in its stead where it has all that is asked for.
 * @param {ReadonlyMap<string, string>} filters
 * @returns {Promise<readonly Shard[]>}
 */
export async function shardsFor(filters) {
  const { shards } = await listShards();
  const type = filters.get('type') ?? '';
  const inner = shards.filter(({ within, types }) => within !== undefined && types.includes(type));
  const outer = shards.filter(
    ({ name, within }) => within === undefined && !inner.some((shard) => shard.within === name),
  );
  return [...outer, ...inner].filter(
    ({ types, years }) =>
      (type === '' || types.includes(type)) && years.includes(filters.get('year') ?? years[0] ?? ''),
  );
}

/**
 * A word as the index has it. Only English words lose their endings there.
 * @param {string} text
 */
export async function stemOf(text) {
  const { language } = await listShards();
  return language === 'en' ? stemEnglish(text) : text;
}

/**
 * The records of one shard that hold a word, or words that begin with it.
 * @param {Shard} shard
 * @param {string} stem
 * @param {boolean} isBeginning
 * @returns {Promise<Words>}
 */
export function readWords(shard, stem, isBeginning) {
  return once(`words ${shard.name} ${stem} ${isBeginning}`, async () => {
    const { chunks } = await readContentsOf(shard);
    // Bounds are no longer than is needed to tell neighbours apart: the last chunk that begins early enough is the one.
    const next = chunks.findIndex(({ from }) => from > stem);
    const own = chunks[(next === -1 ? chunks.length : next) - 1];
    const files = own !== undefined && (stem <= own.to || stem.startsWith(own.to)) ? [own] : [];
    if (isBeginning) files.push(...chunks.filter(({ from }) => from > stem && from.startsWith(stem)));
    const read = await Promise.all(
      files.slice(0, filesOfBeginning).map(async ({ name }) => {
        const bytes = await readFile(shard, `index/${name}.pf_index`);
        return readWordsOf(bytes, (word) => (isBeginning ? word.startsWith(stem) : word === stem));
      }),
    );
    return new Map(read.flatMap((words) => [...words]));
  });
}

/**
 * Where a record is: its shard, and the name of its file.
 * @param {number} record
 */
export async function placeOf(record) {
  const { shards } = await listShards();
  const shard = shards.find(({ first, records }) => record < first + records);
  if (shard === undefined) throw new Error('The search has no such record.');
  const { names } = await readContentsOf(shard);
  return { shard, name: names[record - shard.first] ?? '' };
}

/**
 * The table of contents of a shard.
 * @param {Shard} shard
 */
export function readContentsOf(shard) {
  return once(`contents ${shard.name}`, async () => readContents(await readFile(shard, shard.contents)));
}

/**
 * @param {Shard} shard
 * @param {string} path
 * @returns {Promise<Uint8Array>}
 */
export function readFile({ name }, path) {
  // A record's file may be named from another shard too: the address says that it is the same.
  const address = new URL(`pagefind/${name}/${path}`, siteRoot);
  return once(`file ${address.href}`, async () => unpack(await fetch(address)));
}
