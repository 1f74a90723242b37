import { compareText } from '../model/problem.ts';

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
 * Lists what the records of a shard are, in the order of the shard, as JSON. Pagefind gives that only by searching for
 * nothing, value by value, for which it loads the whole index. A record costs two or three bytes here once the host has
 * packed the file: what it is stands as a number in a list of distinct values, each of them a list.
 */
export function listRecords(records: readonly ListedRecord[]): string {
  const columns = names.map((name) => listColumn(records.map(({ filters }) => filters[name] ?? [])));
  return JSON.stringify({
    values: Object.fromEntries(names.map((name, index) => [name, columns[index]!.values])),
    records: Object.fromEntries(names.map((name, index) => [name, columns[index]!.places])),
    place: records.map(({ place }) => place),
  });
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
