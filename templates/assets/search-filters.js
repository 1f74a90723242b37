// @ts-check
import { element } from './search-element.js';
import { filterNames } from './search-address.js';

/**
 * Fills the place for filters: a list to choose from for each filter that the index has, and the order of results.
 * They belong to the form, wherever they stand.
 * @param {HTMLElement} place
 * @param {import('./search-index.js').FilterCounts} counts
 * @param {import('./search-address.js').Question} question
 */
export function showFilters(place, counts, question) {
  const fields = [...filterNames]
    .filter(([name]) => counts[name] !== undefined || question.filters.has(name))
    .map(([name, { parameter, label }]) => {
      const chosen = question.filters.get(name) ?? '';
      const values = new Map(Object.entries(counts[name] ?? {}).filter(([, count]) => count > 0));
      // What is chosen stays in sight, though it finds nothing.
      const shown = [...new Set([...values.keys(), chosen])].filter((value) => value !== '');
      const options = shown
        .sort((first, second) => compareValues(name, first, second))
        .map((value) => ({
          value,
          text: `${inWords(value)}${values.has(value) ? ` (${values.get(value)})` : ''}`,
        }));
      return showChoice(parameter, label, [{ value: '', text: 'All' }, ...options], chosen);
    });
  const order = showChoice(
    'sort',
    'Order',
    [
      { value: '', text: 'Best match first' },
      { value: 'date', text: 'Newest first' },
    ],
    question.sort === 'date' ? 'date' : '',
  );
  replaceChoices(place, [...fields, order]);
}

/**
 * @param {string} name
 * @param {string} label
 * @param {readonly { value: string, text: string }[]} options
 * @param {string} chosen
 */
function showChoice(name, label, options, chosen) {
  const id = `search-${name}`;
  const select = element('select', { id, name, form: 'search-form' });
  select.append(...options.map(({ value, text }) => element('option', { value }, text)));
  select.value = chosen;
  return element('div', { class: 'search-filter' }, element('label', { for: id }, label), select);
}

/**
 * Puts new lists in the place of the old, and keeps the one that the keyboard is in: it must not lose its place
 * because the numbers in it have changed.
 * @param {HTMLElement} place
 * @param {readonly HTMLElement[]} choices
 */
function replaceChoices(place, choices) {
  const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.id : '';
  place.replaceChildren(...choices);
  if (focused !== '') document.getElementById(focused)?.focus();
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

/** @param {string} value */
function inWords(value) {
  return value.charAt(0).toUpperCase() + value.slice(1);
}
