// @ts-check
import { element } from './search-element.js';
import { siteRoot } from './search-load.js';

/*
 * At an address that holds nothing: offers the pages above it that are there, the meeting before its body, and a search
 * for the words of the address. The page can be read and used without it.
 */

const place = /** @type {HTMLElement} */ (document.getElementById('near_pages'));
const root = siteRoot.pathname;
const asked = readPath();

/** The path that was asked for, below the site's root. Addresses of papers have no capitals. */
function readPath() {
  try {
    return decodeURIComponent(location.pathname).slice(root.length).toLowerCase();
  } catch {
    // A stray % cannot be read.
    return '';
  }
}

/** Pages that may be there, the nearest first: the one that is written alike, and those above it. */
function candidates() {
  const names = asked.split('/').filter((name) => name !== '' && name !== '404.html');
  return names
    .map((_name, index) => `${root}${names.slice(0, names.length - index).join('/')}/`)
    .filter((path) => path !== location.pathname);
}

/**
 * A page as a link with its own title, if it is there.
 * @param {string} path
 */
async function linkTo(path) {
  try {
    const response = await fetch(path);
    // An answer that is left unread keeps its line open.
    const text = await response.text();
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(text, 'text/html');
    // Some servers answer "here it is" with this very page.
    if (page.querySelector('main') === null || page.getElementById('near_pages') !== null) return undefined;
    return element('a', { href: path }, titleOf(page));
  } catch {
    return undefined;
  }
}

/** @param {Document} page */
function titleOf(page) {
  const end = ` - ${document.querySelector('.site-name')?.textContent?.trim() ?? ''}`;
  return page.title.endsWith(end) ? page.title.slice(0, -end.length) : page.title;
}

/** A search for the words at the end of the address, without an item's code and what kind of file it was. */
function linkToSearch() {
  const last = asked.split('/').findLast((name) => name !== '') ?? '';
  const words = last
    .replace(/\.[a-z]{2,5}$/, '')
    .replace(/^[a-z]?\d+[a-z]?[-_]/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\p{L}{2}/u.test(word))
    .join(' ');
  if (words === '' || last === '404.html') return undefined;
  return element(
    'a',
    { href: `${root}search/?${new URLSearchParams({ q: words })}` },
    `Search all papers for “${words}”`,
  );
}

const found = await Promise.all(candidates().slice(-3).map(linkTo));
const links = [...found, linkToSearch()].filter((link) => link !== undefined);
place.querySelector('ul')?.append(...links.map((link) => element('li', {}, link)));
place.hidden = links.length === 0;
