import type { ShownResult } from './ask-search-page.ts';
import type { Query } from './read-queries.ts';

/** A query with the place of the first right result, from 1; 0 where none of those shown is right. */
export interface Scored extends Query {
  readonly place: number;
  /** What stood first instead. */
  readonly first: string;
}

/** A numbered paragraph of an item, in minutes: `#b4-para-2`. */
const paragraphOfItem = /(#[a-z]\d+)-para-\d+$/;

/** Finds the first right result. A result is right by its title's link or by the passage that it shows first. */
export function scoreQuery(query: Query, results: readonly ShownResult[]): Scored {
  const isRight = (address: string): boolean =>
    query.answers.includes(address.replace(paragraphOfItem, '$1'));
  const place = results.findIndex(({ addresses }) => addresses.slice(0, 2).some(isRight)) + 1;
  return { ...query, place, first: results[0]?.addresses.slice(0, 2).join(' > ') ?? 'nothing' };
}

/** What part of the queries has a right result within so many. */
export function shareWithin(scored: readonly Scored[], places: number): number {
  return scored.filter(({ place }) => place > 0 && place <= places).length / scored.length;
}

/** The score in a line, and a line for each query that has no right result first. */
export function describeScore(name: string, scored: readonly Scored[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  const failing = scored.filter(({ place }) => place !== 1);
  return [
    `${name}: ${scored.length} queries, first ${percent(shareWithin(scored, 1))}, in three ${percent(shareWithin(scored, 3))}`,
    ...failing.map(
      ({ query, place, first }) =>
        `  ${place === 0 ? 'not found' : `place ${place}`}: ${query} (first: ${first})`,
    ),
  ].join('\n');
}
