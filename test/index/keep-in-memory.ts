import { createHash } from 'node:crypto';
import type { IndexedPart } from '../../src/index/indexed-part.ts';
import type { KeptIndex, KeptShard } from '../../src/index/kept-index.ts';

/** A `KeptIndex` that forgets nothing, and what it was asked to keep. */
export interface MemoryOfIndex extends KeptIndex {
  readonly parts: Map<string, IndexedPart>;
  readonly shards: () => readonly KeptShard[];
}

/** The files of an output. */
export type Written = Map<string, Uint8Array | string>;

/** Keeps parts and shards; the files of the last output are taken into the new one. */
export function keepInMemory(last: Written = new Map(), output: Written = new Map()): MemoryOfIndex {
  const parts = new Map<string, IndexedPart>();
  let shards: readonly KeptShard[] = [];
  const readFile = (file: string, sha256: string): Uint8Array | undefined => {
    const content = last.get(file);
    if (content === undefined || createHash('sha256').update(content).digest('hex') !== sha256)
      return undefined;
    return Buffer.from(content);
  };
  return {
    parts,
    shards: () => shards,
    findHead: (digest) => parts.get(digest)?.head,
    findWords: (digest) => parts.get(digest)?.words,
    findTexts: (digest) => parts.get(digest)?.texts,
    keepPart: (digest, part) => void parts.set(digest, part),
    retainPart: () => undefined,
    lastShards: () => shards,
    keepShards: (made) => void (shards = made),
    readFile,
    takeFile: (file, sha256) => {
      const content = readFile(file, sha256);
      if (content === undefined) return false;
      output.set(file, content);
      return true;
    },
    removeFile: (file) => void output.delete(file),
  };
}
