import type { SearchRecord } from '../model/page.ts';
import type { PartToIndex } from './index-part.ts';
import { partOf, type IndexedPart, type Part } from './indexed-part.ts';
import type { KeptIndex } from './kept-index.ts';
import { revisePart } from './revise-part.ts';

/** Has Pagefind index records. */
export type IndexPart = (part: PartToIndex) => Promise<IndexedPart>;

/** A part with the records that it has now, in their order. */
interface PartToFind extends PartToIndex {
  readonly digest: string;
  /** Of each of them. */
  readonly digests: readonly string[];
  readonly indexPart: IndexPart;
  readonly kept?: KeptIndex | undefined;
  /** Of the part of this name in the last output. */
  readonly lastDigest?: string | undefined;
  /** Called when some records are done, with their number. */
  readonly onRecords: (count: number) => void;
}

/** Finds a part that is kept, or makes it: from what it was in the last output, as far as its records are the same. */
export async function findPart(wanted: PartToFind): Promise<Part> {
  const { digest, digests, kept, onRecords } = wanted;
  const head = kept?.findHead(digest);
  if (kept === undefined || head === undefined) {
    const made = (await reviseLast(wanted)) ?? (await indexRecords(wanted, wanted.records, onRecords));
    kept?.keepPart(digest, made);
    return partOf(made);
  }
  onRecords(digests.length);
  let remade: Promise<IndexedPart> | undefined;
  /** What of a part is not there, or damaged, is not there alone. */
  const remake = async (): Promise<IndexedPart> => {
    const made = await indexRecords(wanted, wanted.records);
    kept.keepPart(digest, made);
    return made;
  };
  return {
    head,
    isNew: false,
    words: async () => kept.findWords(digest) ?? (await (remade ??= remake())).words,
    texts: async () => kept.findTexts(digest) ?? (await (remade ??= remake())).texts,
  };
}

async function reviseLast(wanted: PartToFind): Promise<IndexedPart | undefined> {
  const { kept, lastDigest, digests, onRecords } = wanted;
  if (kept === undefined || lastDigest === undefined) return undefined;
  const old = readWhole(kept, lastDigest);
  if (old === undefined) return undefined;
  let indexed = 0;
  const revised = await revisePart({
    old,
    digests,
    indexRecords: async (numbers) => {
      indexed = numbers.length;
      const records = numbers.map((number) => wanted.records[number]!);
      return await indexRecords(wanted, records, onRecords);
    },
  });
  if (revised !== undefined) onRecords(digests.length - indexed);
  return revised;
}

function readWhole(kept: KeptIndex, digest: string): IndexedPart | undefined {
  const head = kept.findHead(digest);
  const words = head && kept.findWords(digest);
  const texts = words && kept.findTexts(digest);
  return head === undefined || words === undefined || texts === undefined
    ? undefined
    : { head, words, texts };
}

async function indexRecords(
  { basePath, language, indexPart }: PartToFind,
  records: readonly SearchRecord[],
  onRecords: (count: number) => void = () => undefined,
): Promise<IndexedPart> {
  const indexed = await indexPart({ records, basePath, language });
  onRecords(records.length);
  return indexed;
}
