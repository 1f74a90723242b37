import type { IndexedPart, PartHead } from './indexed-part.ts';
import type { StandingChunk } from './patch-chunks.ts';

/** Keeps what is made of records, by digests of them, and gives files of the last output. */
export interface KeptIndex {
  readonly findHead: (digest: string) => PartHead | undefined;
  readonly findWords: (digest: string) => readonly Uint8Array[] | undefined;
  readonly findTexts: (digest: string) => readonly Uint8Array[] | undefined;
  readonly keepPart: (digest: string, part: IndexedPart) => void;
  /** Says that a part is of use to a later build, though nobody has asked for it. */
  readonly retainPart: (digest: string) => void;
  /** The shards of the last output. */
  readonly lastShards: () => readonly KeptShard[];
  /** Keeps those of this one, once it is the last. */
  readonly keepShards: (shards: readonly KeptShard[]) => void;
  /** Puts a file with this SHA-256 that the last output has had into this one; false where it is not to be had. */
  readonly takeFile: (file: string, sha256: string) => boolean;
  /** Reads a file of the last output that has not been taken; undefined where it is not to be had with this SHA-256. */
  readonly readFile: (file: string, sha256: string) => Uint8Array | undefined;
  /** Deletes a file that was taken, so that it can be written. */
  readonly removeFile: (file: string) => void;
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
}

/** A file of an index, from the output's root, and its SHA-256. */
export type WrittenFile = readonly [file: string, sha256: string];

/** A file of words. */
export interface ShardChunk extends StandingChunk {
  readonly name: string;
  readonly sha256: string;
}

/** A shard and what it was made from. */
export interface BuiltShard {
  readonly summary: ShardSummary;
  readonly files: readonly WrittenFile[];
  /** The files of words in their order. */
  readonly chunks: readonly ShardChunk[];
}

/** A part of a shard. */
export interface KeptPart {
  readonly name: string;
  readonly digest: string;
}

/** A shard, its digest and those of its parts. */
export interface KeptShard extends BuiltShard {
  readonly digest: string;
  readonly parts: readonly KeptPart[];
}
