import { collectPages } from './collect-pages.ts';
import { cutChunks } from './cut-chunks.ts';
import { packIndexFile } from './index-files.ts';
import { wordsOfPart, type IndexedPart, type PartRecord } from './indexed-part.ts';
import { mergeWords } from './merge-words.ts';
import { metaFields } from './meta-fields.ts';
import { reviseWords } from './revise-words.ts';

interface RevisionOfPart {
  /** What was made of the part when it had other records. */
  readonly old: IndexedPart;
  /** Of the records that it has now, in their order. */
  readonly digests: readonly string[];
  /** Has records indexed, by their numbers. */
  readonly indexRecords: (numbers: readonly number[]) => Promise<IndexedPart>;
}

/**
 * Makes a part from what it was before: records that are the same keep their words, and only the others are indexed. It merges to the bytes that
 * indexing all of them would give. Undefined where so many are others that this would spare little.
 */
export async function revisePart({
  old,
  digests,
  indexRecords,
}: RevisionOfPart): Promise<IndexedPart | undefined> {
  const { numberOfOld, others } = alignRecords(old.head.records, digests);
  if (others.length > digests.length * mostOthers) return undefined;
  const indexed = others.length === 0 ? undefined : await indexRecords(others);
  const added = collectPages(
    mergeWords(indexed === undefined ? [] : [wordsOfPart(indexed.head, indexed.words)]),
    (page) => others[page]!,
  );
  const words = reviseWords(mergeWords([wordsOfPart(old.head, old.words)]), [...added.keys()].sort(), {
    numberOf: (page) => numberOfOld[page]!,
    added,
  });
  const records: PartRecord[] = [];
  const texts: Uint8Array[] = [];
  const put = (number: number, { head, texts: own }: IndexedPart, from: number): void => {
    records[number] = head.records[from]!;
    texts[number] = own[from]!;
  };
  for (const [from, number] of numberOfOld.entries()) if (number >= 0) put(number, old, from);
  if (indexed !== undefined) for (const [from, number] of others.entries()) put(number, indexed, from);
  return {
    head: { version: old.head.version, fields: metaFields, records },
    words: [...cutChunks(words)].map(({ content }) => packIndexFile(content, true)),
    texts,
  };
}

/** From here on Pagefind is quicker with all of them, for which it is asked once as well. */
const mostOthers = 1 / 2;

/** Finds the records that stay in their order: by their old numbers the new ones, and less than nought for those that go. */
function alignRecords(
  old: readonly PartRecord[],
  digests: readonly string[],
): { numberOfOld: readonly number[]; others: readonly number[] } {
  const oldNumbers = new Map(old.map(({ digest }, number) => [digest, number]));
  const numberOfOld = old.map(() => -1);
  const others: number[] = [];
  let last = -1;
  for (const [number, digest] of digests.entries()) {
    const known = oldNumbers.get(digest) ?? -1;
    if (known > last) {
      numberOfOld[known] = number;
      last = known;
    } else others.push(number);
  }
  return { numberOfOld, others };
}
