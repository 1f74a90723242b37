// @ts-check
import { element } from './search-element.js';
import { filterNames } from './search-address.js';

/** @typedef {{ value: string, text: string }} Option */

/**
 * Shows a list to choose from for each filter that the index has, and one for the order of the results. They
 * belong to the form, wherever they stand.
 * @param {HTMLElement} place
 * @param {import('./search-index.js').FilterCounts} counts
 * @param {import('./search-address.js').Question} question
 */
export function showFilters(place, counts, question) {
  const fold = place.querySelector('div') ?? makeFold(place, question.filters.size > 0);
  const choices = [...filterNames]
    .filter(([name]) => question.filters.has(name) || isWorthAsking(name, counts[name] ?? {}))
    .map(([name, { parameter, label }]) => {
      const chosen = question.filters.get(name) ?? '';
      return showChoice(fold, parameter, label, optionsOf(name, counts[name] ?? {}, chosen), chosen);
    });
  const orders = [
    { value: '', text: 'Best match' },
    { value: 'date', text: 'Newest' },
  ];
  choices.push(showChoice(fold, 'sort', 'Order', orders, question.sort === 'date' ? 'date' : ''));
  if (choices.every((choice, index) => choice === fold.children[index])) return;
  // To put lists in their place takes the focus from the one that has it.
  const focused = document.activeElement;
  fold.replaceChildren(...choices);
  if (focused instanceof HTMLSelectElement) focused.focus();
}

/**
 * On a phone the lists would push the results out of sight, so there they are folded until they are wanted.
 * @param {HTMLElement} place
 * @param {boolean} isUsed
 */
function makeFold(place, isUsed) {
  const fold = element('div', { class: 'search-choices' });
  const details = element('details', {}, element('summary', {}, 'Narrow and order the results'), fold);
  details.open = isUsed || matchMedia('(min-width: 40em)').matches;
  place.replaceChildren(details);
  return fold;
}

/**
 * Every paper has a body, so that where there is but one, choosing it changes nothing.
 * @param {string} name
 * @param {Record<string, number | undefined>} values
 */
function isWorthAsking(name, values) {
  return Object.keys(values).length > (name === 'body' ? 1 : 0);
}

/**
 * The values that would leave something, and the one that is chosen, though it may leave nothing.
 * @param {string} name
 * @param {Record<string, number | undefined>} counts
 * @param {string} chosen
 * @returns {Option[]}
 */
function optionsOf(name, counts, chosen) {
  const values = Object.keys(counts).filter((value) => counts[value] !== 0 && value !== chosen);
  const options = [...values, ...(chosen === '' ? [] : [chosen])]
    .sort((first, second) => compareValues(name, first, second))
    .map((value) => ({
      value,
      text: counts[value] === undefined ? inWords(name, value) : `${inWords(name, value)} (${counts[value]})`,
    }));
  return [{ value: '', text: 'All' }, ...options];
}

/**
 * Shows one list: the one that stands there already, if it does, since it may have the focus or be open.
 * @param {HTMLElement} fold
 * @param {string} name
 * @param {string} label
 * @param {readonly Option[]} options
 * @param {string} chosen
 */
function showChoice(fold, name, label, options, chosen) {
  const id = `search-${name}`;
  const standing = fold.querySelector(`#${id}`);
  const select =
    standing instanceof HTMLSelectElement ? standing : element('select', { id, name, form: 'search-form' });
  const texts = options.map(({ text }) => text);
  if ([...select.options].map(({ text }) => text).join('\n') !== texts.join('\n')) {
    select.replaceChildren(...options.map(({ value, text }) => element('option', { value }, text)));
  }
  select.value = chosen;
  return (
    select.parentElement ??
    element('div', { class: 'search-filter' }, element('label', { for: id }, label), select)
  );
}

/**
 * Years newest first; all else by letter, and B2 before B10.
 * @param {string} name
 * @param {string} first
 * @param {string} second
 */
function compareValues(name, first, second) {
  const order = first.localeCompare(second, undefined, { numeric: true });
  return name === 'year' ? -order : order;
}

/**
 * @param {string} name
 * @param {string} value
 */
function inWords(name, value) {
  const words = nameOfChoice(name, value);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * What a reader calls what is chosen: minutes as the bodies call theirs, which the form says.
 * @param {string} name
 * @param {string} value
 */
export function nameOfChoice(name, value) {
  const called = document.getElementById('search-form')?.dataset['minutesCalled'];
  return name === 'type' && value === 'minutes' ? called || value : value;
}
