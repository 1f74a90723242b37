import { lstat, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands at a path that a site is to be written to. */
export type Standing = 'missing' | 'empty' | 'ours' | 'foreign';

/**
 * Looks whether a path may be replaced by a site: it is missing, an empty folder, or a site that we built,
 * which its manifest tells. Anything else (a link, a file, somebody's documents) is foreign and is never
 * deleted.
 */
export async function readStanding(path: string): Promise<Standing> {
  const status = await lstat(path).catch(ignoreMissing);
  if (status === undefined) return 'missing';
  if (!status.isDirectory()) return 'foreign';
  const names = await readdir(path);
  if (names.length === 0) return 'empty';
  const manifest = await readFile(join(path, 'manifest.json'), 'utf8').catch(() => '');
  // Other programs call a file of theirs manifest.json too: only the format's name counts.
  return /^\{\s*"format": "minutebook-manifest-\d+"/.test(manifest) ? 'ours' : 'foreign';
}

/** For `catch`: undefined for what does not exist, and every other error as it is. */
export function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
