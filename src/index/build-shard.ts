import { buildWords } from './build-words.ts';
import { encodeCbor, type Cbor } from './cbor.ts';
import { shortenBounds } from './chunk-bounds.ts';
import { textOf } from './encode-word.ts';
import { digestOfContent, nameOfContent, packIndexFile } from './index-files.ts';
import { indexLanguage } from './index-part.ts';
import type { Part } from './indexed-part.ts';
import type { BuiltShard, KeptIndex, KeptShard, ShardChunk, WrittenFile } from './kept-index.ts';
import { listRecords, type ListedRecord } from './list-records.ts';
import { metaFields } from './meta-fields.ts';
import { readAhead } from './read-ahead.ts';
import { RecordNames } from './record-names.ts';
import type { PlacedPart } from './patch-shard.ts';
import type { PartPlan, ShardPlan } from './plan-shards.ts';
import { folder, type WriteFile } from './write-index-file.ts';

interface ShardOptions {
  readonly plan: ShardPlan;
  /** By part, the digest of all that it is made from. */
  readonly digests: ReadonlyMap<PartPlan, string>;
  /** Gives what `findPart` found. Asked for each part in its order. */
  readonly readPart: (part: PartPlan) => Promise<Part>;
  /** How many parts are asked for at once; one, unless told. */
  readonly partsAtOnce?: number;
  readonly writeFile: WriteFile;
  /** BCP 47 tag of the site's language: `en-GB`. */
  readonly language: string;
  /** What earlier builds have made, and the shard of this name in the last output. */
  readonly kept?: KeptIndex | undefined;
  readonly last?: KeptShard | undefined;
}

/**
 * Merges what Pagefind made of parts into one index as Pagefind would lay it out, and puts it into the shard's folder
 * under `pagefind/`, but for the files of records whose home is another shard. The same parts give the same bytes, whatever is taken
 * over from the last output. Filters and sorts are left out: the search page has them from the list of records. Throws when a part is
 * not laid out as Pagefind 1.5.2 lays it out, or a file stands already.
 */
export async function buildShard(options: ShardOptions): Promise<BuiltShard> {
  const { plan, readPart, partsAtOnce = 1, writeFile, kept, last } = options;
  const language = indexLanguage(options.language);
  const files: WrittenFile[] = [];
  const pathOf = (path: string): string => `${folder}/${plan.name}/${path}`;
  const wordsFile = (name: string): string => pathOf(`index/${name}.pf_index`);

  const pages: Cbor[] = [];
  const listed: ListedRecord[] = [];
  const parts: PlacedPart[] = [];
  // By home: a record has the name that the shard gives it in whose folder it stands.
  const names = new RecordNames(language);
  for await (const [part, found] of readAhead(plan.parts, readPart, partsAtOnce)) {
    const isOwn = part.home === plan.name;
    const own: [number: number, file: WrittenFile][] = [];
    for (const [number, record] of found.head.records.entries()) {
      const { name, isFirst } = names.nameOf(part.home, record);
      if (isOwn && isFirst) own.push([number, [pathOf(`fragment/${name}.pf_fragment`), record.sha256]]);
      pages.push([isOwn ? name : `../../${part.home}/fragment/${name}`, record.words]);
      listed.push({ filters: record.filters, place: part.records[number]!.place });
    }
    await putTexts(found, own, options);
    for (const [, file] of own) files.push(file);
    // Its texts are not held any longer: a large shard has many.
    const { head, isNew, words } = found;
    parts.push({
      name: part.name,
      digest: options.digests.get(part)!,
      part: { head, isNew, words, texts: noTexts },
    });
  }

  const write = (name: string, content: Uint8Array): void => writeFile(wordsFile(name), content);
  const chunks = await buildWords({ parts, language, fileOf: wordsFile, write, last, kept });
  for (const { name, sha256 } of chunks) files.push([wordsFile(name), sha256]);
  const version = parts.find(({ part }) => part.head.version !== '')?.part.head.version ?? '';
  // Pagefind takes no notice of what follows its own, and the page is spared a request for it.
  const list = listRecords(listed);
  const contents = packIndexFile(encodeCbor([version, pages, boundsOf(chunks), [], [], metaFields, list]));
  const sha256 = digestOfContent(contents);
  const contentsFile = `pagefind.${nameOfContent(language, sha256, 10)}.pf_meta`;
  writeFile(pathOf(contentsFile), contents);
  files.push([pathOf(contentsFile), sha256]);
  const distinct = (name: string): readonly string[] =>
    [...new Set(listed.flatMap(({ filters }) => filters[name] ?? []))].sort();
  const summary = {
    name: plan.name,
    ...(plan.within === undefined ? {} : { within: plan.within }),
    records: pages.length,
    types: distinct('type'),
    years: [...new Set(distinct('date').map((date) => date.slice(0, 4)))],
    contentsFile,
  };
  return { summary, files, chunks };
}

function noTexts(): never {
  throw new Error('The texts of a part were asked for after they had been written.');
}

function boundsOf(chunks: readonly ShardChunk[]): Cbor {
  const words = chunks.map(({ first, last }) => ({ first: textOf(first), last: textOf(last) }));
  return shortenBounds(words).map(({ from, to }, index) => [from, to, chunks[index]!.name]);
}

/** Puts the files of a part's records into the output; those of the last one where they are the same. */
async function putTexts(
  { isNew, texts }: Part,
  files: readonly (readonly [number: number, file: WrittenFile])[],
  { kept, writeFile }: ShardOptions,
): Promise<void> {
  const missing = isNew ? files : files.filter(([, [file, sha256]]) => kept?.takeFile(file, sha256) !== true);
  if (missing.length === 0) return;
  const contents = await texts();
  for (const [number, [file]] of missing) writeFile(file, contents[number]!);
}
