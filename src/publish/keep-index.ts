import { join } from 'node:path';
import type { KeptIndex } from '../index/build-search-index.ts';
import type { OutputFiles } from './carry-output.ts';
import type { BuildMemory } from './build-memory.ts';

type Shard = ReturnType<KeptIndex['takeShard']> & {};

interface KeptShard {
  readonly shard: Shard;
  /** Digests of its files, in their order. */
  readonly sha256: readonly string[];
}

/** What is kept of the search index, and the files that a build has taken over from it. */
export interface IndexKeeper extends KeptIndex {
  /** Keeps the shards that were made, once the digests of their files are known. */
  readonly keepMade: (digestOfFile: (file: string) => string | undefined) => void;
}

/** Keeps the search index of a build in the memory. */
export function keepIndex(memory: BuildMemory, outputDirectory: string, output: OutputFiles): IndexKeeper {
  const made: { readonly digest: string; readonly shard: Shard }[] = [];
  return {
    findPart: (digest) => memory.find<Uint8Array>('part', digest),
    keepPart: (digest, part) => memory.keep('part', digest, part),
    retainPart: (digest) => memory.retain('part', digest),
    takeShard: (digest) => {
      const kept = memory.find<KeptShard>('shard', digest);
      if (kept === undefined) return undefined;
      const files = kept.shard.files.map((file, index) => [file, kept.sha256[index]!] as const);
      const others = files.filter(([file, sha256]) => !output.take(file, sha256));
      for (const [file] of others) output.remove(file);
      if (others.every(([file, sha256]) => memory.takeFile(sha256, join(outputDirectory, file))))
        return kept.shard;
      // It is made again, and would not be written over what stands.
      for (const [file] of files) output.remove(file);
      return undefined;
    },
    keepShard: (digest, shard) => made.push({ digest, shard }),
    keepMade: (digestOfFile) => {
      for (const { digest, shard } of made) {
        const sha256 = shard.files.flatMap((file) => digestOfFile(file) ?? []);
        const kept: KeptShard = { shard, sha256 };
        if (sha256.length === shard.files.length) memory.keep('shard', digest, kept);
      }
    },
  };
}
