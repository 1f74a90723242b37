import type { KeptIndex } from '../../src/index/build-search-index.ts';
import type { ShardSummary } from '../../src/index/build-shard.ts';

/** A `KeptIndex` that forgets nothing, and what it was asked to keep. */
export interface MemoryOfIndex extends KeptIndex {
  readonly parts: Map<string, Uint8Array>;
  readonly shards: Map<string, ShardSummary>;
}

/** Keeps parts and shards; `takeFiles` says whether the files of a kept shard could be put into the output. */
export function keepInMemory(takeFiles: (shard: ShardSummary) => boolean = () => false): MemoryOfIndex {
  const parts = new Map<string, Uint8Array>();
  const shards = new Map<string, ShardSummary>();
  return {
    ...{ parts, shards },
    findPart: (digest) => parts.get(digest),
    keepPart: (digest, part) => void parts.set(digest, part),
    retainPart: () => undefined,
    takeShard: (digest) => {
      const shard = shards.get(digest);
      return shard !== undefined && takeFiles(shard) ? shard : undefined;
    },
    keepShard: (digest, shard) => void shards.set(digest, shard),
  };
}
