import type { OutputFile } from '../model/page.ts';
import type { BuildMemory } from './build-memory.ts';
import type { OutputFiles } from './carry-output.ts';
import type { Keeper } from './memory-of-site.ts';

interface KeptFile {
  readonly madeFrom: string;
  readonly sha256: string;
}

/** Files of an earlier build that a later one need not make again. */
export interface FileKeeper extends Keeper {
  /** Whether a file stands in the output already as it would be made. */
  readonly take: (file: OutputFile) => boolean;
}

const kind = 'files';
/** The one value of its kind. */
const name = 'made';

/** Opens what is known of the files of the last output that tell what they were made from. */
export function keepMadeFiles(memory: BuildMemory | undefined, output: OutputFiles): FileKeeper {
  if (memory === undefined) return { take: () => false, keepMade: () => undefined };
  const kept = memory.find<ReadonlyMap<string, KeptFile>>(kind, name);
  const asked = new Map<string, string>();
  return {
    take: ({ file, madeFrom }) => {
      if (madeFrom === undefined) return false;
      const digest = madeFrom();
      asked.set(file, digest);
      const known = kept?.get(file);
      return known?.madeFrom === digest && output.take(file, known.sha256);
    },
    keepMade: (digestOfFile) => {
      const made = [...asked].flatMap(([file, madeFrom]) => {
        const sha256 = digestOfFile(file);
        return sha256 === undefined ? [] : [[file, { madeFrom, sha256 }] as const];
      });
      memory.keep(kind, name, new Map(made) satisfies ReadonlyMap<string, KeptFile>);
    },
  };
}
