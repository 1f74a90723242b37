import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileLook } from './file-look.ts';
import { tryToLink } from './file-store.ts';
import { keepInTree } from './keep-in-tree.ts';

/**
 * The output before last, kept beside the cache for the next build to begin with: all that is in it are links to files of the output
 * that stands, so that it takes no room of its own. To delete a large site and to link it anew takes seconds; of two that
 * take turns only what has changed is deleted and linked.
 */
export interface SpareOutput {
  /** Moves it to a path where nothing stands. False where there is none, or it is on another disk. */
  readonly moveTo: (path: string) => boolean;
  /**
   * Begins one where there is none, for a site that has no output before it: gives what links a file of the output that stands into it, by its
   * path from the output's root. Undefined where there is one, or something else stands there.
   */
  readonly begin: () => LinkToo | undefined;
  /**
   * Takes a folder, with those of its files that look as they are given; all else in it is deleted, by `prune` where it is given. Where it
   * cannot, the folder stays.
   */
  readonly take: (folder: string, looks: ReadonlyMap<string, FileLook>, prune?: Prune) => Promise<void>;
}

/** Links a file; where the disk has no links it is left out. */
export type LinkToo = (file: string, path: string) => void;

/** Leaves in a folder only the files that look as they are given, and says how many those are. */
export type Prune = (folder: string, looks: ReadonlyMap<string, FileLook>) => Promise<number>;

/** Tells a folder of ours from anything else. */
const markerFile = 'minutebook-spare.json';
const treeFolder = 'output';

/** The spare output in a folder. Where something else stands there it is never touched, and there is none. */
export function openSpareOutput(directory: string): SpareOutput {
  const tree = join(directory, treeFolder);
  /** Makes the folder. False where something else stands there, or a spare output: that is of another build with this cache. */
  const mark = (): boolean => {
    if (standingAt(directory) === 'foreign' || existsSync(tree)) return false;
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, markerFile), `${JSON.stringify({ format: 'minutebook-spare' })}\n`);
    return true;
  };
  return {
    moveTo: (path) => {
      if (standingAt(directory) !== 'ours') return false;
      return move(tree, path);
    },
    begin: () => {
      if (!mark()) return undefined;
      return (file, path) => void tryToLink(path, join(tree, file));
    },
    take: async (folder, looks, prune = pruneHere) => {
      if (!mark()) return;
      // Moved first: half deleted, an output could not be told from somebody's own folder by the next build.
      if (!move(folder, tree)) return;
      if ((await prune(tree, looks)) === 0) rmSync(directory, { recursive: true });
    },
  };
}

const pruneHere: Prune = (folder, looks) => Promise.resolve(keepInTree(folder, looks).size);

function standingAt(directory: string): 'none' | 'ours' | 'foreign' {
  try {
    const names = readdirSync(directory);
    if (names.length === 0) return 'none';
    return names.includes(markerFile) ? 'ours' : 'foreign';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'none' : 'foreign';
  }
}

function move(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    // There is none, or the other place is on another disk; on Windows, somebody may have a file of it open.
    return false;
  }
}
