// @ts-check
import { plain } from './search-words.js';

/** @typedef {import('./search-words.js').Word} Word */
/** @typedef {import('./search-index.js').Listed} Listed */

/**
 * A place in the papers that words of a query name: "item B6", "minute 34", "resolution 1", "paragraph 3.6", and beside one of
 * those the body, as a citation does.
 * @typedef {object} Place
 * @property {readonly Word[]} words
 * @property {'item' | 'minute' | 'resolution' | 'paragraph' | 'body'} name
 * @property {string} value As the index has it, but for capitals.
 */

const names = new Map([
  ...['item', 'items'].map((word) => /** @type {const} */ ([word, 'item'])),
  ...['minute', 'minutes', 'min'].map((word) => /** @type {const} */ ([word, 'minute'])),
  ...['resolution'].map((word) => /** @type {const} */ ([word, 'resolution'])),
  ...['paragraph', 'para'].map((word) => /** @type {const} */ ([word, 'paragraph'])),
]);

/** Which kind of paper a place is in, where no word says so. */
export const kindOfPlace = new Map([
  ['item', 'report'],
  ['minute', 'minutes'],
  ['resolution', 'resolution'],
]);

/**
 * Finds the places that a query names.
 * @param {readonly Word[]} words
 * @param {Iterable<Listed>} records
 * @returns {readonly Place[]}
 */
export function findPlaces(words, records) {
  const numbered = words.flatMap((word, index) => {
    const name = names.get(word.text);
    const skips = /^(?:no|number)$/.test(words[index + 1]?.text ?? '') ? 1 : 0;
    const number = words[index + 1 + skips];
    if (name === undefined || number === undefined || !/^[a-z]{0,2}\d+[a-z]?$/.test(number.text)) return [];
    // "Minutes 2021" asks for those of a year.
    if (name === 'minute' && /^(?:19|20)\d\d$/.test(number.text)) return [];
    const value = number.parts.join('.');
    return [/** @type {Place} */ ({ words: words.slice(index, index + 2 + skips), name, value })];
  });
  return numbered.length === 0 ? [] : [...numbered, ...findBody(words, records)];
}

/**
 * @param {readonly Word[]} words
 * @param {Iterable<Listed>} records
 * @returns {readonly Place[]}
 */
function findBody(words, records) {
  const bodies = new Set([...records].flatMap(({ filters }) => filters.get('body') ?? []));
  return [...bodies].flatMap((body) => {
    const parts = body
      .split(/\s+/)
      .map(plain)
      .filter((part) => part !== '');
    const from = words.findIndex((_, index) =>
      parts.every((part, offset) => words[index + offset]?.text === part),
    );
    return from === -1 || parts.length === 0
      ? []
      : [
          /** @type {Place} */ ({
            words: words.slice(from, from + parts.length),
            name: 'body',
            value: body.toLowerCase(),
          }),
        ];
  });
}

/**
 * What the id of a place looks like in its paper: `b6`, `minute-34`, `b6-resolution-1`, `para-3-6`.
 * @param {Place} place
 * @returns {RegExp | undefined}
 */
export function anchorOf({ name, value }) {
  const id = value.replaceAll('.', '-');
  switch (name) {
    case 'item':
      return new RegExp(`^(?:item-)?${id}$`);
    case 'minute':
      return new RegExp(`^minute-${id}$`);
    case 'resolution':
      return new RegExp(`-resolution-${id}$`);
    case 'paragraph':
      return new RegExp(`(?:^|-)para-${id}$`);
    default:
      return undefined;
  }
}

/**
 * Reads what is pasted: of a citation the address is left out, since its words say the same; an address alone is read as
 * words.
 * @param {string} query
 * @returns {string}
 */
export function readPasted(query) {
  const address = /https?:\/\/\S+/.exec(query)?.[0];
  if (address === undefined) return query;
  const others = query.replace(address, ' ').trim();
  return /[\p{L}\p{N}]/u.test(others) ? others : wordsOfAddress(address);
}

/**
 * `/parish-council/2021-07-13/minutes/#b6-resolution-1` as "2021-07-13 item b6 resolution 1".
 * @param {string} address
 */
function wordsOfAddress(address) {
  const [path = '', anchor = ''] = address.split('#');
  const [, date = '', name = ''] = /\/(\d{4}-\d\d-\d\d)[^/]*\/([^/?]*)/.exec(path) ?? [];
  const item = /^(?:item-)?([a-z]*\d+[a-z]?)(?:-|$)/.exec(
    name === 'minutes' || name === '' ? anchor : name,
  )?.[1];
  const within = [/(resolution)-(\d+)/, /(minute)-(\d+)/, /(para)-([\d-]+)/].map((pattern) =>
    pattern.exec(anchor),
  );
  const places = within.flatMap((match) =>
    match === null ? [] : [`${match[1]} ${match[2]?.replaceAll('-', '.')}`],
  );
  const kind = name === 'minutes' && places.length === 0 ? ['minutes'] : [];
  const title = name === 'minutes' || name === 'pack' ? [] : name.split('-');
  return [date, ...(item === undefined ? [] : [`item ${item}`]), ...places, ...kind, ...title]
    .filter((part) => part !== '' && part !== item)
    .join(' ');
}
