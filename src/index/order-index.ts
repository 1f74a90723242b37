import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { compareText } from '../model/problem.ts';
import { decodeCbor, encodeCbor, type Cbor } from './cbor.ts';

/** Names of index files that have changed, old to new. */
type NewNames = Map<string, string>;

/** What Pagefind puts before the CBOR, inside the gzip. */
export const signature = Buffer.from('pagefind_dcd');

/**
 * Puts what Pagefind leaves in chance order into the order of letters: the values of each filter, and the filters
 * and sorts in the table of contents. Those files are named after their content, so without this two builds of
 * the same papers differ, and nobody could show that a restricted paper changes nothing.
 *
 * Throws when the files are not laid out as Pagefind 1.5.2 lays them out.
 */
export function orderIndex(files: readonly IndexFile[]): readonly IndexFile[] {
  const filterNames: NewNames = new Map();
  const contentsNames: NewNames = new Map();
  return files
    .map((file) => (file.path.endsWith('.pf_filter') ? orderFilter(file, filterNames) : file))
    .map((file) => (file.path.endsWith('.pf_meta') ? orderContents(file, filterNames, contentsNames) : file))
    .map((file) => (file.path === 'pagefind-entry.json' ? renameContents(file, contentsNames) : file));
}

/** A filter: its name, and for each value the numbers of its records. */
function orderFilter(file: IndexFile, newNames: NewNames): IndexFile {
  const [name, values, ...rest] = asList(readIndexFile(file));
  assertNothingElse(rest, file);
  const content = writeIndexFile([name!, sortByFirst(values!)]);
  return { path: rename(file.path, /^filter\/(.+)\.pf_filter$/, content, newNames), content };
}

/** The table of contents: version, records, words, filters, sorts, names of meta fields. */
function orderContents(file: IndexFile, filterNames: NewNames, newNames: NewNames): IndexFile {
  const [version, records, words, filters, sorts, fields, ...rest] = asList(readIndexFile(file));
  assertNothingElse(rest, file);
  const renamed = asList(filters!).map((filter) => {
    const [name, filterFile] = asList(filter);
    const newName = filterNames.get(String(filterFile));
    if (newName === undefined)
      throw new Error(`The search index has no file for its filter ${String(name)}.`);
    return [name!, newName];
  });
  const content = writeIndexFile([
    version!,
    records!,
    words!,
    sortByFirst(renamed),
    sortByFirst(sorts!),
    fields!,
  ]);
  return { path: rename(file.path, /^pagefind\.(.+)\.pf_meta$/, content, newNames), content };
}

/** The file that the search page asks for first names the tables of contents. */
function renameContents(file: IndexFile, contentsNames: NewNames): IndexFile {
  let text = Buffer.from(file.content).toString('utf8');
  for (const [name, newName] of contentsNames) text = text.replaceAll(`"${name}"`, `"${newName}"`);
  return { path: file.path, content: Buffer.from(text) };
}

/** Gives a file the name that its new content has a right to: `en_` and a hash. */
function rename(path: string, pattern: RegExp, content: Uint8Array, newNames: NewNames): string {
  const name = pattern.exec(path)?.[1];
  if (name === undefined)
    throw new Error(`The search index has a file of a name that is not known: ${path}.`);
  const language = name.slice(0, name.lastIndexOf('_'));
  const newName = `${language}_${createHash('sha256').update(content).digest('hex').slice(0, 13)}`;
  newNames.set(name, newName);
  return path.replace(name, newName);
}

function readIndexFile({ path, content }: IndexFile): Cbor {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new Error(`The search index file ${path} has no signature.`);
  return decodeCbor(bytes.subarray(signature.length));
}

function writeIndexFile(value: Cbor): Uint8Array {
  return gzipSync(Buffer.concat([signature, encodeCbor(value)]));
}

function sortByFirst(value: Cbor): readonly Cbor[] {
  return [...asList(value)].sort((first, second) =>
    compareText(String(asList(first)[0]), String(asList(second)[0])),
  );
}

function asList(value: Cbor): readonly Cbor[] {
  if (typeof value === 'object') return value;
  throw new Error('The search index is not laid out as it was expected to be.');
}

function assertNothingElse(rest: readonly Cbor[], { path }: IndexFile): void {
  if (rest.length > 0) throw new Error(`The search index file ${path} holds more than was expected.`);
}
