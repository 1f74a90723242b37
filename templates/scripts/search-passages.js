// @ts-check
import { excerptOf } from './search-excerpt.js';
import { bestStretch, matchesIn } from './search-matches.js';
import { partsOf } from './search-parts.js';
import { likeness } from './search-words.js';

/** @typedef {import('./search-index.js').Fragment} Fragment */
/** @typedef {import('./search-terms.js').Term} Term */
/** @typedef {import('./search-matches.js').Match} Match */
/** @typedef {import('./search-parts.js').Part} Part */

/**
 * A part of a record as it answers a query.
 * @typedef {object} Passage
 * @property {string} url
 * @property {string} title
 * @property {number} score
 * @property {readonly { text: string, isMarked: boolean }[]} words Some of its words, about what was found.
 * @property {readonly string[]} found The words that were found, as they stand there.
 *
 * A record as it answers a query, the best passage first.
 * @typedef {{ fragment: Fragment, score: number, passages: readonly Passage[] }} Reading
 *
 * A query as a record is read for it.
 * @typedef {{ terms: readonly Term[], weights: readonly number[], id: number }} Asked
 */

/** What a term counts that stands beside the best stretch: in its passage, its heading, the title of the record. */
const nearby = { passage: 0.6, heading: 0.6, title: 0.4 };
/** What terms add to a record that stand in its title, and to a passage, in its heading: it is about them. */
export const titleBonus = 0.3;
const headingBonus = 0.15;
/** The first lines of a paper name those who were there, or who wrote it: what they said is sooner wanted. */
const headFactor = 0.85;
/** What was resolved is sooner wanted than what led to it in the same words. */
const resolutionFactor = 1.03;
/** What was replaced comes after what replaced it, which mostly says the same. */
const replacedFactor = 0.7;
/** What a term counts for a record that answers it by what it is: of that day, of that kind. */
export const answeredFactor = 1.1;

/**
 * Reads a record with a query in mind.
 * @param {Fragment} fragment
 * @param {Asked} asked
 * @returns {Reading}
 */
export function readRecord(fragment, asked) {
  const { terms, weights, id } = asked;
  const words = fragment.content.split(/\s+/);
  const matches = matchesIn(terms, id, (position, text) => likeness(words[position] ?? '', text));
  const inTitle = matchesInTitle((fragment.meta['title'] ?? '').split(/\s+/), terms);
  const passages = partsOf(fragment, words.length)
    .map((part) => {
      const own = matches.filter(({ position }) => position >= part.start && position < part.end);
      const inHeading = matches.filter(
        ({ position }) => position >= part.headingStart && position < part.headingEnd,
      );
      const stretch = bestStretch(own, weightsWithout(asked));
      const about = headingBonus * bestStretch(inHeading, weights).score;
      const score = stretch.score + about + scoreNearby(asked, own, stretch, inHeading, inTitle);
      const named = weightOfPlaces(asked, fragment, part);
      return { part, own, stretch, score: score * factorOf(fragment, part) + named.asked, order: named.held };
    })
    .filter(({ score }) => score > 0)
    .sort((first, second) => second.score + second.order - first.score - first.order);
  return {
    fragment,
    score:
      (Math.max(0, ...passages.map(({ score }) => score)) +
        titleBonus * bestStretch(inTitle, weightsWithout(asked)).score) *
      (fragment.meta['replaced'] === undefined ? 1 : replacedFactor),
    passages: passages.map(({ part, own, stretch, score }) => ({
      url: part.url,
      title: part.title,
      score,
      ...excerptOf(words, own, stretch, part),
    })),
  };
}

/**
 * What the places count that a part is or holds: `asked` for the record as well, where no record answers by what it is, as
 * for a paragraph; `held` among its parts alone.
 * @param {Asked} asked
 * @param {Fragment} fragment
 * @param {Part} part
 */
function weightOfPlaces({ terms, weights }, { anchors }, { start, end, headingStart, headingEnd }) {
  const weight = { asked: 0, held: 0 };
  // The number of a minute stands right behind its heading.
  const own = anchors.filter(
    ({ location: at }) => (at >= start && at < end) || (at >= headingStart && at <= headingEnd),
  );
  terms.forEach(({ anchor, records }, term) => {
    if (anchor === undefined || !own.some((each) => anchor.test(each.id))) return;
    weight[records.size > 0 ? 'held' : 'asked'] += weights[term] ?? 0;
  });
  return weight;
}

/**
 * The weights of the terms but those that the record answers by what it is; they count by that, and once.
 * @param {Asked} asked
 */
export function weightsWithout({ terms, weights, id }) {
  return weights.map((weight, term) => (terms[term]?.records.has(id) ? 0 : weight));
}

/**
 * What terms count that the best stretch does not hold.
 * @param {Asked} asked
 * @param {readonly Match[]} own
 * @param {{ start: number, end: number }} stretch
 * @param {readonly Match[]} inHeading
 * @param {readonly Match[]} inTitle
 */
function scoreNearby({ terms, weights, id }, own, stretch, inHeading, inTitle) {
  const inStretch = own.filter(({ position }) => position >= stretch.start && position < stretch.end);
  const shares = terms.map(({ records }, place) => {
    /** @param {readonly Match[]} matches */
    const isIn = (matches) => matches.some(({ term }) => term === place);
    if (records.has(id)) return answeredFactor;
    if (isIn(inStretch)) return 0;
    if (isIn(own)) return nearby.passage;
    if (isIn(inHeading)) return nearby.heading;
    return isIn(inTitle) ? nearby.title : 0;
  });
  return shares.reduce((sum, share, term) => sum + share * (weights[term] ?? 0), 0);
}

/**
 * A short passage says more about what is looked for than a long one with the same words. A resolution is shown whole.
 * @param {Fragment} fragment
 * @param {Part} part
 */
function factorOf({ filters, url }, part) {
  if (filters['type']?.[0] === 'resolution') return resolutionFactor;
  const byLength = 1 / (1 + 0.02 * Math.log2(1 + (part.end - part.start) / 20));
  return part.url === url ? headFactor * byLength : byLength;
}

/**
 * Where terms stand in a title, of which the index does not say it.
 * @param {readonly string[]} title
 * @param {readonly Term[]} terms
 * @returns {readonly Match[]}
 */
function matchesInTitle(title, terms) {
  return title.flatMap((_, position) =>
    terms.flatMap(({ writings }, term) =>
      writings
        .map(({ words, length }) => ({
          term,
          position,
          length,
          quality: Math.min(
            ...words.map(({ text, offset }) => likeness(title[position + offset] ?? '', text)),
          ),
        }))
        .filter(({ quality }) => quality > 0.5),
    ),
  );
}
