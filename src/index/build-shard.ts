import { encodeCbor, type Cbor } from './cbor.ts';
import { shortenBounds } from './chunk-bounds.ts';
import { nameOfContent, packIndexFile, unpackIndexFile } from './index-files.ts';
import { indexLanguage } from './index-part.ts';
import { listRecords, type Filters, type ListedRecord } from './list-records.ts';
import { mergeWords, type PartWords } from './merge-words.ts';
import { readPartIndex, type PartIndex } from './part-index.ts';
import type { PartPlan, ShardPlan } from './plan-shards.ts';
import { folder, type WriteFile } from './write-index-file.ts';

interface ShardOptions {
  readonly plan: ShardPlan;
  /** Gives what `indexPart` made of the records of a part. Asked for each part in its order, one at a time. */
  readonly readPart: (part: PartPlan) => Promise<Uint8Array>;
  readonly writeFile: WriteFile;
  /** BCP 47 tag of the site's language: `en-GB`. */
  readonly language: string;
}

/** What is known of a shard without opening it; values of JSON. */
export interface ShardSummary {
  readonly name: string;
  /** The shard that holds all of its records too. */
  readonly within?: string;
  readonly records: number;
  /** Kinds of its records: `agenda`, `report`, `minutes`, `resolution`. */
  readonly types: readonly string[];
  /** Of its records: `2021`. */
  readonly years: readonly string[];
  /** In its folder: the table of contents, with the list of its records. */
  readonly contentsFile: string;
  /** All of its files, from the output's root. */
  readonly files: readonly string[];
}

/**
 * Merges what Pagefind made of parts into one index as Pagefind would lay it out, and writes it into the shard's folder
 * under `pagefind/`, but for the files of records whose home is another shard. The same parts give the same bytes.
 * Filters and sorts are left out: the search page has them from the list of records. Throws when a part is not laid out
 * as Pagefind 1.5.2 lays it out, or a file stands already.
 */
export async function buildShard(options: ShardOptions): Promise<ShardSummary> {
  const { plan, writeFile } = options;
  const language = indexLanguage(options.language);
  const files: string[] = [];
  const write = (path: string, content: Uint8Array | string): void => {
    const file = `${folder}/${plan.name}/${path}`;
    writeFile(file, content);
    files.push(file);
  };

  const pages: Cbor[] = [];
  const listed: ListedRecord[] = [];
  const parts: (PartIndex & { readonly firstPage: number })[] = [];
  // By home: a record has the name that the shard gives it in whose folder it stands.
  const namesOf = new Map<string, Map<string, string>>();
  for (const part of plan.parts) {
    const names = namesOf.get(part.home) ?? new Map<string, string>();
    namesOf.set(part.home, names);
    const isOwn = part.home === plan.name;
    const index = readPartIndex(await options.readPart(part));
    // Their texts are not kept: a large shard has many.
    parts.push({ ...index, records: [], firstPage: pages.length });
    for (const [number, { name, words, fragment }] of index.records.entries()) {
      // Pagefind's names are short, and told apart within a part only.
      const longName = nameOfContent(language, fragment, 13);
      const ownName = (names.get(name) ?? longName) === longName ? name : longName;
      if (isOwn && !names.has(ownName)) write(`fragment/${ownName}.pf_fragment`, fragment);
      names.set(ownName, longName);
      pages.push([isOwn ? ownName : `../../${part.home}/fragment/${ownName}`, words]);
      listed.push({ filters: readFilters(fragment), place: part.records[number]!.place });
    }
  }

  const fields = [...new Set(parts.flatMap((part) => part.fields))].sort();
  const chunks: { first: string; last: string; name: string }[] = [];
  for (const { first, last, pieces } of mergeWords(parts.map((part) => wordsOf(part, fields)))) {
    const content = packIndexFile(...pieces);
    const name = nameOfContent(language, content, 10);
    write(`index/${name}.pf_index`, content);
    chunks.push({ first, last, name });
  }
  const bounds = shortenBounds(chunks).map(({ from, to }, index) => [from, to, chunks[index]!.name]);
  const version = parts.find((part) => part.version !== '')?.version ?? '';
  // Pagefind takes no notice of what follows its own, and the page is spared a request for it.
  const list = listRecords(listed);
  const contents = packIndexFile(encodeCbor([version, pages, bounds, [], [], fields, list]));
  const contentsFile = `pagefind.${nameOfContent(language, contents, 10)}.pf_meta`;
  write(contentsFile, contents);
  const distinct = (name: string): readonly string[] =>
    [...new Set(listed.flatMap(({ filters }) => filters[name] ?? []))].sort();
  return {
    name: plan.name,
    ...(plan.within === undefined ? {} : { within: plan.within }),
    records: pages.length,
    types: distinct('type'),
    years: [...new Set(distinct('date').map((date) => date.slice(0, 4)))],
    contentsFile,
    files: files.sort(),
  };
}

function wordsOf(part: PartIndex & { readonly firstPage: number }, fields: readonly string[]): PartWords {
  const numbers = part.fields.map((field) => fields.indexOf(field));
  const isSame = numbers.every((number, index) => number === index);
  return {
    renumbering: { firstPage: part.firstPage, fields: isSame ? undefined : numbers },
    chunks: unpackChunks(part.chunks),
  };
}

/** One after another, as they are asked for. */
function* unpackChunks(chunks: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const content of chunks) yield unpackIndexFile({ path: 'of words', content });
}

function readFilters(fragment: Uint8Array): Filters {
  const text = unpackIndexFile({ path: 'of a record', content: fragment }).toString('utf8');
  return (JSON.parse(text) as { readonly filters: Filters }).filters;
}
