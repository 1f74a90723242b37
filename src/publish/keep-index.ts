import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexedPart } from '../index/indexed-part.ts';
import type { KeptIndex, KeptShard } from '../index/kept-index.ts';
import type { OutputFiles } from './carry-output.ts';
import type { BuildMemory } from './build-memory.ts';

/** What is kept of the search index, and the files that a build has taken over from it. */
export interface IndexKeeper extends KeptIndex {
  /** Keeps the shards that were made, now that their files are those of the last output. */
  readonly keepMade: () => void;
}

/**
 * Keeps the search index of a build in the memory. What is known of a part stands by itself, and its words and its texts too: most parts have not
 * changed, and of those a build asks for the first alone.
 */
export function keepIndex(memory: BuildMemory, outputDirectory: string, output: OutputFiles): IndexKeeper {
  let made: readonly KeptShard[] = [];
  return {
    findHead: (digest) => memory.find<IndexedPart['head']>('part', digest),
    findWords: (digest) => memory.find<IndexedPart['words']>('part-words', digest),
    findTexts: (digest) => memory.find<IndexedPart['texts']>('part-texts', digest),
    keepPart: (digest, { head, words, texts }) => {
      memory.keep('part-words', digest, words);
      memory.keep('part-texts', digest, texts);
      memory.keep('part', digest, head);
    },
    retainPart: (digest) => {
      for (const kind of ['part', 'part-words', 'part-texts']) memory.retain(kind, digest);
    },
    lastShards: () => memory.find<readonly KeptShard[]>('index', 'last') ?? [],
    keepShards: (shards) => (made = shards),
    takeFile: (file, sha256) => {
      if (output.take(file, sha256)) return true;
      output.remove(file);
      return memory.takeFile(sha256, join(outputDirectory, file));
    },
    readFile: (file, sha256) => {
      try {
        const bytes = readFileSync(join(outputDirectory, file));
        return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
      } catch {
        return undefined;
      }
    },
    removeFile: output.remove,
    keepMade: () => memory.keep('index', 'last', made),
  };
}
