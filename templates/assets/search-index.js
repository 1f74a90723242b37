// @ts-check

/** @typedef {import('./search-address.js').Question} Question */
/** @typedef {Record<string, Record<string, number>>} FilterCounts By filter and value, how many results it would leave. */
/** @typedef {{ data: () => Promise<import('./search-results.js').Result> }} Found A result that has yet to be read. */
/** @typedef {{ isAsked: boolean, found: readonly Found[], counts: FilterCounts }} Answer */

/**
 * The part of Pagefind that we use.
 * @typedef {object} Pagefind
 * @property {(options: object) => Promise<void>} options
 * @property {(query: string | null, options: object) => Promise<{ results: readonly Found[], filters: FilterCounts }>} search
 * @property {() => Promise<FilterCounts>} filters
 */

/** Where the site begins, from where this script stands: so it works under any path. */
export const siteRoot = new URL('../', import.meta.url);

/** @type {Promise<Pagefind> | undefined} */
let loading;

/**
 * Asks the index. Asked for nothing, it finds nothing, and counts all that it holds.
 * @param {Question} question
 * @returns {Promise<Answer>}
 */
export async function askIndex(question) {
  loading ??= loadPagefind();
  try {
    const pagefind = await loading;
    if (question.query === '' && question.filters.size === 0)
      return { isAsked: false, found: [], counts: await pagefind.filters() };
    const { results, filters } = await search(pagefind, question);
    return { isAsked: true, found: results, counts: await countChoices(pagefind, question, filters) };
  } catch (error) {
    // The next question may find the network again.
    loading = undefined;
    throw error;
  }
}

async function loadPagefind() {
  /** @type {Pagefind} */
  const pagefind = await import(new URL('pagefind/pagefind.js', siteRoot).href);
  // The index holds whole paths; Pagefind would put the site's own before them again.
  await pagefind.options({ baseUrl: '/' });
  // Pagefind counts only by the filters that it has read, and reads none by itself.
  await pagefind.filters();
  return pagefind;
}

/**
 * @param {Pagefind} pagefind
 * @param {Question} question
 */
function search(pagefind, { query, filters, sort }) {
  return pagefind.search(query === '' ? null : query, {
    filters: Object.fromEntries(filters),
    ...(sort === 'date' ? { sort: { date: 'desc' } } : {}),
  });
}

/**
 * How many results each choice would leave. Pagefind counts after all filters, so that beside a value that is
 * chosen all others would have none: they are counted by a search without that filter.
 * @param {Pagefind} pagefind
 * @param {Question} question
 * @param {FilterCounts} counts
 */
async function countChoices(pagefind, question, counts) {
  const complete = { ...counts };
  for (const name of question.filters.keys()) {
    const others = new Map([...question.filters].filter(([other]) => other !== name));
    const without =
      others.size === 0 && question.query === ''
        ? await pagefind.filters()
        : (await search(pagefind, { ...question, filters: others })).filters;
    complete[name] = without[name] ?? {};
  }
  return complete;
}
