// @ts-check
import { readQuestion, writeAddress } from './search-address.js';
import { element } from './search-element.js';
import { nameOfChoice, showFilters } from './search-filters.js';
import { siteRoot } from './search-load.js';
import { showHint } from './search-hint.js';
import { findAnswer } from './search-ranking.js';
import { showResult } from './search-results.js';

/** @typedef {import('./search-address.js').Question} Question */
/** @typedef {import('./search-ranking.js').Answer} Answer */

const resultsShown = 10;
const typingMilliseconds = 200;

const form = /** @type {HTMLFormElement} */ (place('search-form'));
const field = /** @type {HTMLInputElement} */ (place('search-query'));
const filters = place('search-filters');
const status = place('search-status');
const list = place('search-results');
/** What else may have been meant, between the status and the results. */
const hint = element('div', { class: 'search-hint' });
list.before(hint);
/** What follows the results: more of them, or what to try instead. */
const after = element('div', { class: 'search-after' });
list.after(after);

/** Only the question asked last is answered, whichever answer comes last. */
let questionsAsked = 0;

/** @param {Question} question */
async function answer(question) {
  questionsAsked += 1;
  const asked = questionsAsked;
  try {
    const found = await findAnswer(question);
    const results = await readResults(found, 0);
    if (asked !== questionsAsked) return;
    showFilters(filters, found.counts, question);
    hint.replaceChildren(...showHint(question, found));
    list.replaceChildren(...results.map(showResult));
    after.replaceChildren(
      ...(found.isAsked && results.length === 0 ? showAdvice(question) : showMore(found, results.length)),
      ...(results.length === 0 ? showBodies() : []),
    );
    status.textContent = found.isAsked ? inWords(question, found) : '';
  } catch {
    if (asked === questionsAsked) showFailure();
  }
}

/**
 * @param {Answer} answer
 * @param {number} from
 */
function readResults({ results }, from) {
  return Promise.all(results.slice(from, from + resultsShown).map((read) => read()));
}

/**
 * @param {Answer} found
 * @param {number} shown
 * @returns {HTMLElement[]}
 */
function showMore(found, shown) {
  const left = found.results.length - shown;
  if (left <= 0) return [];
  const more = element(
    'button',
    { type: 'button', class: 'search-more' },
    `Show more results (${left} left)`,
  );
  more.addEventListener('click', () => {
    readResults(found, shown).then((results) => {
      const items = results.map(showResult);
      list.append(...items);
      after.replaceChildren(...showMore(found, shown + results.length));
      // The keyboard goes on where the new results begin.
      items[0]?.querySelector('a')?.focus();
    }, showFailure);
  });
  return [more];
}

/** @param {Question} question */
function showAdvice(question) {
  const advice = [
    ...(question.filters.size > 0 ? ['Choose “All” in each list: the words may stand in other papers.'] : []),
    'Check the spelling, or type only the beginning of a word.',
    'Try fewer words, or another word for the same thing.',
  ];
  return [
    element('p', {}, 'What to try:'),
    element('ul', {}, ...advice.map((text) => element('li', {}, text))),
    linkToRegister(),
  ];
}

function showFailure() {
  hint.replaceChildren();
  list.replaceChildren();
  after.replaceChildren(linkToRegister(), ...showBodies());
  status.textContent = 'The search could not be loaded. Try again in a moment.';
}

/** The way to the papers by their bodies, for whoever asks nothing or finds nothing. */
function showBodies() {
  const bodies = document.getElementById('search-bodies');
  return bodies instanceof HTMLTemplateElement ? [bodies.content.cloneNode(true)] : [];
}

function linkToRegister() {
  return element(
    'p',
    {},
    element('a', { href: new URL('resolutions/', siteRoot).pathname }, 'See all resolutions, year by year'),
  );
}

/**
 * @param {Question} question
 * @param {Answer} answer
 */
function inWords(question, { results, missing, corrections }) {
  const count = results.length;
  const counted = count === 0 ? 'Nothing found' : count === 1 ? '1 result' : `${count} results`;
  const chosen = [...question.filters].map(([name, value]) => nameOfChoice(name, value)).join(', ');
  const meant = [...corrections].map(
    ([typed, word]) => `Showing results for “${word}”, since no paper has “${typed}”.`,
  );
  const unknown = missing.map((word) => `No paper has “${word}”.`);
  const asked = `${question.query === '' ? '' : ` for “${question.query}”`}${chosen === '' ? '' : ` in ${chosen}`}`;
  return [counted + asked, ...meant, ...(count === 0 ? [] : unknown)].join('. ').replace('.. ', '. ');
}

/** Asks what the address asks: on arrival, and on the way back and forth. */
function askAddress() {
  const question = readQuestion(new URLSearchParams(location.search));
  field.value = question.query;
  // Before the index is there too, what is chosen stands in the form, or the next letter typed would lose it.
  showFilters(filters, {}, question);
  if (question.query === '' && question.filters.size === 0) after.replaceChildren(...showBodies());
  return answer(question);
}

/**
 * Asks what the form asks, and writes it to the address.
 * @param {'pushState' | 'replaceState'} step
 */
function askForm(step) {
  const question = readQuestion(new FormData(form));
  const address = writeAddress(question);
  history[address === location.pathname + location.search ? 'replaceState' : step](null, '', address);
  return answer(question);
}

/** @param {string} id */
function place(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The search page has no #${id}.`);
  return found;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;
field.addEventListener('input', () => {
  clearTimeout(typing);
  // A word being typed is one step of the history, however many letters it has.
  typing = setTimeout(() => askForm('replaceState'), typingMilliseconds);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(typing);
  askForm('pushState');
});
filters.addEventListener('change', () => askForm('pushState'));
addEventListener('popstate', askAddress);
await askAddress();
