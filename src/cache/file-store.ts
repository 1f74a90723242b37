import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lookAt, lookIfThere, type FileLook } from './file-look.ts';

/*
 * The files of the last output, each under its digest: as links, which need no room of their own, where the disk has them.
 * A later output takes them over from here.
 */

const filesFolder = 'files';

/** Where a file stands in the cache by its SHA-256, hexadecimal. */
function pathOf(cacheDirectory: string, sha256: string): string {
  return join(cacheDirectory, filesFolder, sha256.slice(0, 2), sha256.slice(2));
}

/** Keeps a file of an output. True where it is the same file, and no copy, that is kept. */
export function keepFile(cacheDirectory: string, sha256: string, path: string): boolean {
  return linkOrCopy(path, pathOf(cacheDirectory, sha256));
}

/** A file that was put into an output. */
export interface TakenFile {
  readonly bytes: number;
  /** How it looked after its bytes had been read; absent where it is a copy, whose bytes nobody has read yet. */
  readonly look?: FileLook;
}

/**
 * Puts a kept file into a new output, without a look at its bytes, if it looks as it did when they were known. The answer is its new
 * look, since a new name changes it; undefined where it looks otherwise or cannot be linked, and then nothing is put there.
 */
export function linkFile(
  cacheDirectory: string,
  sha256: string,
  path: string,
  look: FileLook,
): FileLook | undefined {
  const kept = pathOf(cacheDirectory, sha256);
  if (lookIfThere(kept) !== look) return undefined;
  return tryToLink(kept, path) ? lookAt(path) : undefined;
}

/**
 * Puts a kept file into a new output; undefined where it is not there or is not what its name says, and then nothing is put
 * there. The latter is deleted and `onDamaged` told of it; without that it stays for whoever can say so. Every byte of it is read.
 */
export function takeFile(
  cacheDirectory: string,
  sha256: string,
  path: string,
  onDamaged?: () => void,
): TakenFile | undefined {
  const kept = pathOf(cacheDirectory, sha256);
  let bytes: Buffer;
  try {
    bytes = readFileSync(kept);
  } catch {
    return undefined;
  }
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    if (onDamaged !== undefined) rmSync(kept, { force: true });
    onDamaged?.();
    return undefined;
  }
  const isLink = linkOrCopy(kept, path);
  return isLink ? { bytes: bytes.length, look: lookAt(path) } : { bytes: bytes.length };
}

/** Deletes every kept file whose digest is not among these. */
export function keepOnlyFiles(cacheDirectory: string, digests: ReadonlySet<string>): void {
  const folder = join(cacheDirectory, filesFolder);
  for (const first of foldersIn(folder)) {
    for (const rest of readdirSync(join(folder, first)))
      if (!digests.has(first + rest)) rmSync(join(folder, first, rest), { force: true });
  }
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was ever kept.
    return [];
  }
}

/** Folders that are known to be there, so that they are not asked for with every file. */
let madeFolders = new Set<string>();

/**
 * Puts a file at another place too: as a link, where the disk has them, else as a copy. One that stands there stays. Gives true
 * where the two are one file now, and were not before.
 */
export function linkOrCopy(from: string, to: string): boolean {
  try {
    linkInto(from, to);
    return true;
  } catch (error) {
    // A disk without links, or a file that has as many as it may.
    if (codeOf(error) !== 'EEXIST') copyFileSync(from, to);
    return false;
  }
}

/** Puts a file at another place too, as a link. False where the disk has none, or something stands there. */
export function tryToLink(from: string, to: string): boolean {
  try {
    linkInto(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Links a file into a folder, which is made if it is not there. */
function linkInto(from: string, to: string): void {
  const folder = dirname(to);
  makeFolder(folder);
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    // The folder was deleted since: another output of this process stood in it.
    madeFolders = new Set();
    makeFolder(folder);
    linkSync(from, to);
  }
}

function makeFolder(folder: string): void {
  if (madeFolders.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  madeFolders.add(folder);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
