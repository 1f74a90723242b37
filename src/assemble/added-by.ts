import type { AddedBy } from '../model/publication.ts';
import { formatDate } from './format-date.ts';
import { capitalise } from './phrase.ts';

/** `added on 5 June 2024 by Supplement 1`, or `tabled at the meeting`: for the end of a line. */
export function addedWords({ supplement, date, isTabled }: AddedBy): string {
  if (isTabled === true) return 'tabled at the meeting';
  return `added${date === undefined ? '' : ` on ${formatDate(date)}`} by ${nameOfSupplement(supplement)}`;
}

/** `Supplement 1`. */
export function nameOfSupplement(name: string): string {
  return capitalise(name.replaceAll('-', ' '));
}
