// @ts-check

/** @typedef {import('./search-terms.js').Term} Term */
/** @typedef {import('./search-terms.js').Writing} Writing */

/**
 * A place in a record where a term stands.
 * @typedef {{ term: number, position: number, length: number, quality: number }} Match
 */

/**
 * Where the terms stand in one record, in its order.
 * @param {readonly Term[]} terms
 * @param {number} id
 * @param {(position: number, text: string) => number} [likenessAt] How nearly the word at a place is what is looked
 *   for; told when the record has been read.
 * @returns {readonly Match[]}
 */
export function matchesIn(terms, id, likenessAt) {
  const matches = terms.flatMap(({ writings }, term) =>
    writings.flatMap((writing) =>
      positionsOf(writing, id).map((position) => ({
        term,
        position,
        length: writing.length,
        quality:
          writing.quality *
          Math.min(...writing.words.map((word) => qualityOf(word, position, id, likenessAt))),
      })),
    ),
  );
  return matches
    .filter(({ quality }) => quality > 0)
    .sort((first, second) => first.position - second.position);
}

/**
 * Where the first word of a writing stands with all others behind it.
 * @param {Writing} writing
 * @param {number} id
 */
function positionsOf({ words }, id) {
  const [first, ...others] = words.map(({ places, offset }) => ({
    offset,
    places: places.records.get(id) ?? [],
  }));
  if (first === undefined) return [];
  const sets = others.map(({ offset, places }) => ({
    offset: offset - first.offset,
    places: new Set(places),
  }));
  return first.places.filter((position) => sets.every(({ offset, places }) => places.has(position + offset)));
}

/**
 * @param {Writing['words'][number]} word
 * @param {number} position
 * @param {number} id
 * @param {((position: number, text: string) => number) | undefined} likenessAt
 */
function qualityOf({ text, offset, places }, position, id, likenessAt) {
  if (likenessAt !== undefined) return likenessAt(position + offset, text);
  return places.exact.size === 0 || places.exact.has(id) ? 1 : 0.4;
}

/**
 * The stretch of a text in which most of what is looked for stands together, and how much that is: each term counts
 * once, as much as it weighs, and a little more where it follows the term that it follows in the query.
 * @param {readonly Match[]} matches
 * @param {readonly number[]} weights Of the terms.
 * @returns {{ score: number, start: number, end: number }}
 */
export function bestStretch(matches, weights) {
  let best = { score: 0, start: 0, end: 0 };
  matches.forEach(({ position: start }, first) => {
    /** @type {Map<number, number>} */
    const scores = new Map();
    /** @type {Match | undefined} */
    let before;
    let end = start;
    for (const match of matches.slice(first)) {
      if (match.position > start + stretchLength) break;
      const isNext =
        before !== undefined &&
        match.term === before.term + 1 &&
        match.position - before.position - before.length < 2;
      const score = (weights[match.term] ?? 0) * match.quality * (isNext ? 1 + bonusOfOrder : 1);
      if (score > (scores.get(match.term) ?? 0)) {
        scores.set(match.term, score);
        end = match.position + match.length;
      }
      before = match;
    }
    const together = 1 - (looseness * (end - start)) / stretchLength;
    const score = [...scores.values()].reduce((sum, each) => sum + each, 0) * together;
    if (score > best.score) best = { score, start, end };
  });
  return best;
}

const stretchLength = 50;
const bonusOfOrder = 0.25;
const looseness = 0.15;
