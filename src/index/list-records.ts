import { compareText } from '../model/problem.ts';
import type { Cbor } from './cbor.ts';

/** What a record is, by the names of its filters. */
export type Filters = { readonly [name: string]: readonly string[] };

/** A record of a shard, for the list. */
export interface ListedRecord {
  readonly filters: Filters;
  /** Among the records of its day. */
  readonly place: number;
}

/** What the search page narrows and orders by, and what places a query can name. The year is that of the date. */
const names = ['body', 'type', 'date', 'outcome', 'item', 'minute', 'resolution'];

/**
 * Lists what the records of a shard are, in the order of the shard: for each filter its name, its distinct values, each
 * of them a list, and for each record the number of its value among them; then the records' places in their days.
 * Pagefind gives that only by searching for nothing, value by value, for which it loads the whole index. A record costs
 * two or three bytes here once it is packed.
 */
export function listRecords(records: readonly ListedRecord[]): Cbor {
  const columns = names.map((name) => {
    const { values, places } = listColumn(records.map(({ filters }) => filters[name] ?? []));
    return [name, values, places];
  });
  return [columns, records.map(({ place }) => place)];
}

function listColumn(cells: readonly (readonly string[])[]): {
  values: readonly (readonly string[])[];
  places: readonly number[];
} {
  const keys = cells.map((cell) => JSON.stringify(cell));
  const distinct = [...new Set(keys)].sort(compareText);
  const places = new Map(distinct.map((key, place) => [key, place]));
  return {
    values: distinct.map((key) => JSON.parse(key) as string[]),
    places: keys.map((key) => places.get(key)!),
  };
}
