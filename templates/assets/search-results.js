// @ts-check
import { element } from './search-element.js';

/**
 * What Pagefind says of one result.
 * @typedef {object} Result
 * @property {string} url
 * @property {string} excerpt
 * @property {Record<string, string>} meta
 * @property {Record<string, readonly string[]>} filters
 * @property {readonly Section[]} sub_results
 *
 * @typedef {object} Section
 * @property {string} title
 * @property {string} url
 * @property {string} excerpt
 */

const sectionsShown = 3;

/**
 * Shows one result: a resolution whole, a paper by the sections that match.
 * @param {Result} result
 * @returns {HTMLLIElement}
 */
export function showResult(result) {
  const { meta, filters, url } = result;
  const kind = filters['type']?.[0] ?? '';
  const facts = [
    kind === 'resolution' ? '' : capitalised(kind),
    meta['body'],
    meta['date'],
    meta['item'] ? `item ${meta['item']}` : '',
  ];
  const item = element('li', { class: 'search-result' });
  item.append(
    element('h2', { class: 'search-result-title' }, element('a', { href: url }, meta['title'] || url)),
    element('p', { class: 'search-result-facts' }, facts.filter(Boolean).join(', ')),
    ...(kind === 'resolution' ? [showResolution(result)] : showSections(result)),
  );
  return item;
}

/**
 * The resolution's own words, all of them, with the words that were found marked as they are in the excerpt.
 * @param {Result} result
 */
function showResolution({ excerpt, meta }) {
  const found = new Set(
    partsOf(excerpt)
      .filter(({ isMarked }) => isMarked)
      .map(({ text }) => text),
  );
  const words = (meta['text'] ?? '').split(/(\s+)/).map((text) => ({ text, isMarked: found.has(text) }));
  return element('blockquote', { class: 'search-result-resolution' }, ...showParts(words));
}

/**
 * The passages that match, each with a link to its section; the first lines of a paper belong to none.
 * @param {Result} result
 */
function showSections({ url, excerpt, sub_results: sections }) {
  const inSections = sections.filter((section) => section.url !== url).slice(0, sectionsShown);
  if (inSections.length === 0)
    return [element('p', { class: 'search-result-passage' }, ...showParts(partsOf(excerpt)))];
  const items = inSections.map((section) =>
    element(
      'li',
      {},
      element('a', { href: section.url }, section.title),
      element('p', { class: 'search-result-passage' }, ...showParts(partsOf(section.excerpt))),
    ),
  );
  return [element('ul', { class: 'search-result-sections' }, ...items)];
}

/**
 * Takes an excerpt apart. It is HTML in which Pagefind has escaped every bracket but those of its own marks.
 * @param {string} excerpt
 */
function partsOf(excerpt) {
  return excerpt.split(/<\/?mark>/).map((part, index) => ({
    text: part.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    isMarked: index % 2 === 1,
  }));
}

/** @param {readonly { text: string, isMarked: boolean }[]} parts */
function showParts(parts) {
  return parts.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text));
}

/** @param {string} text */
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
