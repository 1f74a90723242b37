import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What a path of the site leads to. */
export type Found =
  | { readonly kind: 'file'; readonly file: string; readonly bytes: Buffer }
  /** A page's address without its last slash: the links in the page count on the slash. */
  | { readonly kind: 'folder' }
  /** It holds what was restricted a moment ago, and is being made again. */
  | { readonly kind: 'held back' }
  | { readonly kind: 'nothing' };

/**
 * Reads the file of the output that a path leads to. The path is as the browser asks for it, from the site's root,
 * still percent-encoded. Files are read whole: a build may swap the folder for another between two reads.
 */
export async function findFile(directory: string, path: string): Promise<Found> {
  const names = namesOf(path);
  if (names === undefined) return { kind: 'nothing' };
  await waitForSwap(directory);
  const file = join(directory, ...names, path.endsWith('/') ? 'index.html' : '');
  try {
    return { kind: 'file', file, bytes: await readFile(file) };
  } catch (error) {
    if (!isAbsence(error)) throw error;
    const isPage = await stat(join(file, 'index.html')).then(
      () => true,
      () => false,
    );
    return { kind: isPage ? 'folder' : 'nothing' };
  }
}

/** The names between the slashes of an address, or none when one of them could lead out of the folder or to a hidden file. */
export function namesOf(path: string): readonly string[] | undefined {
  try {
    const names = path
      .split('/')
      .map(decodeURIComponent)
      .filter((name) => name !== '');
    return names.some((name) => name.startsWith('.') || /[/\\:\0]/.test(name)) ? undefined : names;
  } catch {
    // A stray % is no address of ours.
    return undefined;
  }
}

/** Between the two renames of a swap the folder is not there. */
async function waitForSwap(directory: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const isThere = await stat(directory).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await wait(20);
  }
}

function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG';
}
