import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/*
 * The files of the last output, each under its digest: as links, which need no room of their own, where the disk has them.
 * A later output takes them over from here.
 */

const filesFolder = 'files';

/** Where a file stands in the cache by its SHA-256, hexadecimal. */
function pathOf(cacheDirectory: string, sha256: string): string {
  return join(cacheDirectory, filesFolder, sha256.slice(0, 2), sha256.slice(2));
}

/** Keeps a file of an output. */
export function keepFile(cacheDirectory: string, sha256: string, path: string): void {
  linkOrCopy(path, pathOf(cacheDirectory, sha256));
}

/**
 * Puts a kept file into a new output and answers with its size; undefined where it is not there or is not what its name says,
 * and then nothing is put there, and `onDamaged` is told of the latter. Every byte of it is read, as of a new file.
 */
export function takeFile(
  cacheDirectory: string,
  sha256: string,
  path: string,
  onDamaged: () => void = () => undefined,
): number | undefined {
  const kept = pathOf(cacheDirectory, sha256);
  let bytes: Buffer;
  try {
    bytes = readFileSync(kept);
  } catch {
    return undefined;
  }
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    onDamaged();
    rmSync(kept, { force: true });
    return undefined;
  }
  linkOrCopy(kept, path);
  return bytes.length;
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

/** A file at another place too: as a link, where the disk has them, else as a copy. One that stands there stays. */
export function linkOrCopy(from: string, to: string): void {
  const folder = dirname(to);
  if (!madeFolders.has(folder)) {
    mkdirSync(folder, { recursive: true });
    madeFolders.add(folder);
  }
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') return;
    if (code === 'ENOENT') {
      // The folder was deleted since: another output of this process stood in it.
      madeFolders = new Set();
      mkdirSync(folder, { recursive: true });
    }
    // A disk without links, or a file that has as many as it may.
    copyFileSync(from, to);
  }
}
