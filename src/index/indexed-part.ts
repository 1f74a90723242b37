import { unpackChunks } from './index-files.ts';
import type { Filters } from './list-records.ts';
import { renumberFields } from './meta-fields.ts';
import type { PartWords } from './merge-words.ts';

/** What is to be known of a record without a look at its words and its text. */
export interface PartRecord {
  /** Of all that it is made from. */
  readonly digest: string;
  /** SHA-256 of its file, hexadecimal. */
  readonly sha256: string;
  /** How many it has. */
  readonly words: number;
  readonly filters: Filters;
}

/** What is to be known of a part without a look at its words and its texts: a hundredth of it. */
export interface PartHead {
  /** Of Pagefind. */
  readonly version: string;
  /** Meta fields by their numbers. */
  readonly fields: readonly string[];
  /** In the order in which they were added. */
  readonly records: readonly PartRecord[];
}

/** What Pagefind made of a part. */
export interface IndexedPart {
  readonly head: PartHead;
  /** The files of words in their order, packed. */
  readonly words: readonly Uint8Array[];
  /** The files of records in their order, packed: what the search page shows of each. */
  readonly texts: readonly Uint8Array[];
}

/** A part, of which words and texts are fetched when they are asked for. */
export interface Part {
  readonly head: PartHead;
  /** Made in this build: the last output does not have all of its files. */
  readonly isNew: boolean;
  readonly words: () => Promise<readonly Uint8Array[]>;
  readonly texts: () => Promise<readonly Uint8Array[]>;
}

/** A part that is all there. */
export function partOf({ head, words, texts }: IndexedPart): Part {
  return { head, isNew: true, words: giving(words), texts: giving(texts) };
}

/** Each holds its own value alone: a shard holds the words of its parts when it has written their texts. */
function giving<Value>(value: Value): () => Promise<Value> {
  return () => Promise.resolve(value);
}

/** The words of a part as they are merged into an index of more. */
export function wordsOfPart(
  { fields }: Pick<PartHead, 'fields'>,
  words: readonly Uint8Array[],
  firstPage = 0,
): PartWords {
  return { renumbering: { firstPage, fields: renumberFields(fields) }, chunks: unpackChunks(words) };
}
