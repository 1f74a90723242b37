// @ts-check

/** @typedef {Record<string, Record<string, number>>} FilterCounts By filter and value, how many results it would leave. */
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
 * The part of Pagefind that we use.
 * @typedef {object} Pagefind
 * @property {(options: object) => Promise<void>} options
 * @property {(query: string) => Promise<{ results: readonly { id: string, words: readonly number[] }[] }>} search
 *
 * Where a word stands.
 * @typedef {object} Places
 * @property {ReadonlyMap<string, readonly number[]>} records By the record's number in the index, the places. A longer
 *   word that begins with it may stand there.
 * @property {ReadonlySet<string>} exact The records that hold the word itself, or another form of it.
 */

/** Where the site begins, from where this script stands: so it works under any path. */
export const siteRoot = new URL('../', import.meta.url);

/** @type {Map<string, Promise<any>>} */
const answers = new Map();

/**
 * Does something once, however often it is asked for; again only when it failed, since the network may be back.
 * @template Answer
 * @param {string} name
 * @param {() => Promise<Answer>} ask
 * @returns {Promise<Answer>}
 */
function once(name, ask) {
  const answer = answers.get(name) ?? ask();
  answers.set(name, answer);
  answer.catch(() => answers.delete(name));
  return answer;
}

/** @returns {Promise<Pagefind>} */
function loadPagefind() {
  return once('pagefind', async () => {
    /** @type {Pagefind} */
    const pagefind = await import(new URL('pagefind/pagefind.js', siteRoot).href);
    await pagefind.options({});
    return pagefind;
  });
}

/**
 * A list that helps to read queries. Without it queries are read as they are typed.
 * @template Entry
 * @param {string} name
 * @returns {Promise<readonly Entry[]>}
 */
export async function loadAid(name) {
  try {
    return await once(name, async () => {
      const response = await fetch(new URL(`assets/${name}`, siteRoot));
      if (!response.ok) throw new Error(`${name} could not be loaded.`);
      return response.json();
    });
  } catch {
    return [];
  }
}

/**
 * Finds a word. Pagefind is asked for one word at a time: for several it finds only what has them all, and does not
 * say which of them stands where.
 * @param {string} text
 * @returns {Promise<Places>}
 */
export function findWord(text) {
  return once(`word ${text}`, async () => {
    const pagefind = await loadPagefind();
    const [all, exact] = await Promise.all([pagefind.search(text), pagefind.search(`"${text}"`)]);
    return {
      records: new Map(all.results.map(({ id, words }) => [id, words])),
      exact: new Set(exact.results.map(({ id }) => id)),
    };
  });
}

/**
 * All records, by number, with what they are: of which body, kind and date.
 * @returns {Promise<ReadonlyMap<string, Filters>>}
 */
export function listRecords() {
  return once('records', async () => {
    const response = await fetch(new URL('pagefind/records.json', siteRoot));
    if (!response.ok) throw new Error('The list of records could not be loaded.');
    /** @type {{ names: string[], values: string[][], records: Record<string, number[][]> }} */
    const { names, values, records } = await response.json();
    return new Map(
      Object.entries(records).map(([id, places]) => [
        id,
        new Map(
          names.map((name, index) => [
            name,
            (places[index] ?? []).map((place) => values[index]?.[place] ?? ''),
          ]),
        ),
      ]),
    );
  });
}

/**
 * Reads a record. Pagefind would, but only one that it has found by a word.
 * @param {string} id
 * @returns {Promise<Fragment>}
 */
export function readFragment(id) {
  return once(`fragment ${id}`, async () => {
    const response = await fetch(new URL(`pagefind/fragment/${id}.pf_fragment`, siteRoot));
    if (!response.ok || response.body === null) throw new Error('A record could not be loaded.');
    const text = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
    return JSON.parse(text.slice(signature.length));
  });
}

/** What Pagefind puts before what it packs. */
const signature = 'pagefind_dcd';
