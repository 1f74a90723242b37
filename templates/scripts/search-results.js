// @ts-check
import { element } from './search-element.js';
import { plain } from './search-words.js';

/** @typedef {import('./search-passages.js').Reading} Reading */
/** @typedef {import('./search-passages.js').Passage} Passage */

const passagesShown = 3;
/** A passage with much less of what is looked for than the best one is not shown. */
const leastShare = 0.7;

/**
 * Shows one result: a resolution whole, a paper by the passages that match.
 * @param {Reading} reading
 * @returns {HTMLLIElement}
 */
export function showResult({ fragment, passages }) {
  const { meta, filters, url } = fragment;
  const kind = filters['type']?.[0] ?? '';
  const isResolution = kind === 'resolution';
  const facts = [
    capitalised(meta['type'] || kind),
    meta['body'],
    meta['date'],
    meta['item'] ? `item ${meta['item']}` : '',
  ];
  const title = (meta['title'] || url).replace(/^Resolution: /, '');
  const href = addressOf(url, passages[0]);
  const item = element('li', { class: `search-result ${kind}` });
  item.append(
    element('h2', { class: 'search-result-title' }, element('a', { href }, title)),
    element('p', { class: 'search-result-facts' }, facts.filter(Boolean).join(', ')),
    ...(isResolution ? [showResolution(meta['text'] ?? '', passages[0])] : showPassages(url, passages)),
  );
  return item;
}

/**
 * The resolution's own words, all of them, with the words that were found marked.
 * @param {string} text
 * @param {Passage | undefined} passage
 */
function showResolution(text, passage) {
  const found = new Set(passage?.found);
  const words = text.split(/\s+/).map((word) => ({ text: word, isMarked: found.has(plain(word)) }));
  return element('blockquote', { class: 'search-result-resolution' }, ...showWords(words));
}

/**
 * The passages that match, each with a link to it; the first lines of a paper are no section of it.
 * @param {string} url
 * @param {readonly Passage[]} passages
 */
function showPassages(url, passages) {
  const best = passages[0];
  if (best === undefined) return [];
  if (best.url === url) return [element('p', { class: 'search-result-passage' }, ...showWords(best.words))];
  const shown = passages
    .filter((passage) => passage.url !== url && passage.score >= leastShare * best.score)
    .slice(0, passagesShown);
  const items = shown.map((passage) =>
    element(
      'li',
      {},
      element('a', { href: addressOf(passage.url, passage) }, passage.title),
      element('p', { class: 'search-result-passage' }, ...showWords(passage.words)),
    ),
  );
  return [element('ul', { class: 'search-result-sections' }, ...items)];
}

/**
 * Where a passage is, with the words that its page is to mark.
 * @param {string} url
 * @param {Passage | undefined} passage
 */
function addressOf(url, passage) {
  if (passage === undefined || passage.found.length === 0) return url;
  const [page = '', anchor] = url.split('#');
  const marked = `${page}?${new URLSearchParams({ mark: passage.found.join(' ') })}`;
  return anchor === undefined ? marked : `${marked}#${anchor}`;
}

/**
 * Neighbouring words that are marked make one mark.
 * @param {readonly { text: string, isMarked: boolean }[]} words
 * @returns {(Node | string)[]}
 */
function showWords(words) {
  /** @type {{ text: string, isMarked: boolean }[]} */
  const runs = [];
  for (const { text, isMarked } of words) {
    const last = runs.at(-1);
    if (last?.isMarked === isMarked) last.text += ` ${text}`;
    else runs.push({ text, isMarked });
  }
  return runs.flatMap(({ text, isMarked }, index) => [
    ...(index === 0 ? [] : [' ']),
    isMarked ? element('mark', {}, text) : text,
  ]);
}

/** @param {string} text */
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
