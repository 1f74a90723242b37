// @ts-check

/**
 * What is asked of the search.
 * @typedef {object} Question
 * @property {string} query As typed.
 * @property {Map<string, string>} filters By the filter's name in the index, the one value that is chosen.
 * @property {'relevance' | 'date'} sort
 * @property {boolean} isExact No word is to be corrected.
 */

/** Filters by their names in the index: what the address and the form call them, and what a reader does. */
export const filterNames = new Map([
  ['body', { parameter: 'body', label: 'Body' }],
  ['type', { parameter: 'kind', label: 'Kind' }],
  ['year', { parameter: 'year', label: 'Year' }],
  ['outcome', { parameter: 'outcome', label: 'Outcome' }],
]);

/**
 * Reads a question from the address or from the form: both have the same fields, so that the form also works by
 * being sent.
 * @param {URLSearchParams | FormData} fields
 * @returns {Question}
 */
export function readQuestion(fields) {
  /** @type {Map<string, string>} */
  const filters = new Map();
  for (const [name, { parameter }] of filterNames) {
    const value = fields.get(parameter);
    if (typeof value === 'string' && value !== '') filters.set(name, value);
  }
  return {
    query: String(fields.get('q') ?? '').trim(),
    filters,
    sort: fields.get('sort') === 'date' ? 'date' : 'relevance',
    isExact: fields.get('exact') === '1',
  };
}

/**
 * Writes a question as an address of the search page, with nothing in it that is not asked.
 * @param {Question} question
 * @returns {string}
 */
export function writeAddress({ query, filters, sort, isExact }) {
  const fields = new URLSearchParams();
  if (query !== '') fields.set('q', query);
  for (const [name, { parameter }] of filterNames) {
    const value = filters.get(name);
    if (value !== undefined) fields.set(parameter, value);
  }
  if (sort === 'date') fields.set('sort', 'date');
  if (isExact) fields.set('exact', '1');
  const text = fields.toString();
  return text === '' ? location.pathname : `${location.pathname}?${text}`;
}
