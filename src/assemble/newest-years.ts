import { groupBy } from '../model/group-by.ts';
import type { RegisterEntry } from './register.ts';
import { yearOf } from './register.ts';

/** More resolutions than so many are too much for one page on a phone, where they can stand on several. */
export const longRegister = 500;

/** With so many on a page no further year is added. */
const enough = 300;

/**
 * What the page of a part of the register lists: all of it, or where that is long the newest whole years. Years are added
 * until there are enough, but none that would make the page long again; the newest is there whatever its length.
 */
export function newestYears(entries: readonly RegisterEntry[]): readonly RegisterEntry[] {
  if (entries.length <= longRegister) return entries;
  let listed = 0;
  for (const { length } of groupBy(entries, yearOf).values()) {
    if (listed >= enough || (listed > 0 && listed + length > longRegister)) break;
    listed += length;
  }
  return entries.slice(0, listed);
}
