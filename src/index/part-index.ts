import { decodeCbor, type Cbor } from './cbor.ts';
import { unpackIndexFile } from './index-files.ts';
import { unpackFiles } from './packed-files.ts';

/** A record as Pagefind numbers it in a part. */
interface PartRecord {
  /** Of its file, by what stands in it. */
  readonly name: string;
  readonly words: number;
  /** Its file: what the search page shows of it, packed. */
  readonly fragment: Uint8Array;
}

/** What Pagefind made of a part. */
export interface PartIndex {
  readonly version: string;
  /** In the order in which they were added. */
  readonly records: readonly PartRecord[];
  /** Meta fields by their numbers. */
  readonly fields: readonly string[];
  /** The files of words in their order, still packed. */
  readonly chunks: readonly Uint8Array[];
}

/** Reads what `indexPart` made. Throws when it is not laid out as Pagefind 1.5.2 lays it out. */
export function readPartIndex(bytes: Uint8Array): PartIndex {
  const files = new Map(unpackFiles(bytes).map((file) => [file.path, file]));
  const contents = [...files.values()].find(({ path }) => path.endsWith('.pf_meta'));
  // Pagefind writes no index of nothing.
  if (contents === undefined) return { version: '', records: [], fields: [], chunks: [] };
  const [version, pages, chunks, , , fields, ...rest] = asList(decodeCbor(unpackIndexFile(contents)));
  if (rest.length > 0)
    throw new Error(`The search index file ${contents.path} holds more than was expected.`);
  const contentOf = (path: string): Uint8Array => {
    const file = files.get(path);
    if (file === undefined) throw new Error(`The search index has no file ${path}.`);
    return file.content;
  };
  return {
    version: asText(version),
    records: asList(pages).map((page) => {
      const [name, words] = asList(page);
      return {
        name: asText(name),
        words: asNumber(words),
        fragment: contentOf(`fragment/${asText(name)}.pf_fragment`),
      };
    }),
    fields: asList(fields).map(asText),
    chunks: asList(chunks).map((chunk) => contentOf(`index/${asText(asList(chunk)[2])}.pf_index`)),
  };
}

function asList(value: Cbor | undefined): readonly Cbor[] {
  if (typeof value === 'object') return value;
  throw new Error('The search index is not laid out as it was expected to be.');
}

function asText(value: Cbor | undefined): string {
  if (typeof value === 'string') return value;
  throw new Error('The search index is not laid out as it was expected to be.');
}

function asNumber(value: Cbor | undefined): number {
  if (typeof value === 'number') return value;
  throw new Error('The search index is not laid out as it was expected to be.');
}
