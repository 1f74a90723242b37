import { keepInTree } from '../cache/keep-in-tree.ts';
import type { FileLook } from '../cache/file-look.ts';

/** A folder, and how the files look that are to be left in it. */
export interface PruneTask {
  readonly folder: string;
  readonly looks: ReadonlyMap<string, FileLook>;
}

/** Prunes folders in a thread of its own; the answer is how many files are left. */
export function createAnswerer(): (task: PruneTask) => number {
  return ({ folder, looks }) => keepInTree(folder, looks).size;
}
