import { gunzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { compareText } from '../model/problem.ts';
import { signature } from './order-index.ts';

/** Beside the index. */
const recordListFile = 'records.json';

/**
 * Lists the records of an index with the values of their filters, as one file. Pagefind gives those only by searching
 * for nothing, value by value, and for that it loads the whole index: for 1,000 papers a megabyte. The list has 20 kB.
 *
 * Each record is named by its fragment; its values are numbers in the lists of values, in the order of the names.
 */
export function listRecords(files: readonly IndexFile[]): IndexFile {
  const records = files.flatMap(({ path, content }) => {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    return id === undefined ? [] : [{ id, filters: readFilters(content) }];
  });
  records.sort((first, second) => compareText(first.id, second.id));
  const names = distinct(records.flatMap(({ filters }) => Object.keys(filters)));
  const values = names.map((name) => distinct(records.flatMap(({ filters }) => filters[name] ?? [])));
  const places = values.map((each) => new Map(each.map((value, place) => [value, place])));
  const list = {
    names,
    values,
    records: Object.fromEntries(
      records.map(({ id, filters }) => [
        id,
        names.map((name, place) => (filters[name] ?? []).map((value) => places[place]!.get(value)!)),
      ]),
    ),
  };
  return { path: recordListFile, content: Buffer.from(JSON.stringify(list)) };
}

function readFilters(content: Uint8Array): { readonly [name: string]: readonly string[] } {
  const text = gunzipSync(content).subarray(signature.length).toString('utf8');
  return (JSON.parse(text) as { filters: { [name: string]: string[] } }).filters;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareText);
}
