import type { IndexFile } from 'pagefind';
import { decodeCbor, type Cbor } from './cbor.ts';
import { digestOfContent, unpackIndexFile } from './index-files.ts';
import type { IndexedPart, PartHead, PartRecord } from './indexed-part.ts';
import type { Filters } from './list-records.ts';

/**
 * Reads the files that Pagefind made of the records with these digests. Throws when they are not laid out as Pagefind 1.5.2 lays
 * them out.
 */
export function readPartIndex(ofPart: readonly IndexFile[], digests: readonly string[]): IndexedPart {
  const files = new Map(ofPart.map((file) => [file.path, file]));
  const contents = ofPart.find(({ path }) => path.endsWith('.pf_meta'));
  // Pagefind writes no index of nothing.
  if (contents === undefined) return { head: emptyHead, words: [], texts: [] };
  const [version, pages, chunks, , , fields, ...rest] = asList(decodeCbor(unpackIndexFile(contents)));
  if (rest.length > 0)
    throw new Error(`The search index file ${contents.path} holds more than was expected.`);
  const contentOf = (path: string): Uint8Array => {
    const file = files.get(path);
    if (file === undefined) throw new Error(`The search index has no file ${path}.`);
    return file.content;
  };
  const listed = asList(pages).map(asList);
  if (listed.length !== digests.length)
    throw new Error('The search index has another number of records than it was given.');
  const texts = listed.map(([name]) => contentOf(`fragment/${asText(name)}.pf_fragment`));
  const records = listed.map(([, words], number): PartRecord => {
    const text = texts[number]!;
    return {
      digest: digests[number]!,
      sha256: digestOfContent(text),
      words: asNumber(words),
      filters: readFilters(text),
    };
  });
  return {
    head: { version: asText(version), fields: asList(fields).map(asText), records },
    words: asList(chunks).map((chunk) => contentOf(`index/${asText(asList(chunk)[2])}.pf_index`)),
    texts,
  };
}

const emptyHead: PartHead = { version: '', fields: [], records: [] };

function readFilters(fragment: Uint8Array): Filters {
  const text = unpackIndexFile({ path: 'of a record', content: fragment }).toString('utf8');
  return (JSON.parse(text) as { readonly filters: Filters }).filters;
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
