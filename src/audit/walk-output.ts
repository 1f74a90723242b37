import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../model/problem.ts';

/** Something in the output that is no folder. */
export interface OutputEntry {
  /** From the output's root, with forward slashes. */
  readonly file: string;
  readonly kind: 'file' | 'link' | 'other';
  readonly bytes: number;
}

/**
 * Lists everything under a directory except folders with something in them, in the order of its paths.
 * Links are not followed.
 */
export async function walkOutput(directory: string): Promise<readonly OutputEntry[]> {
  const entries: OutputEntry[] = [];
  await walk(directory, '', entries);
  return entries.sort((first, second) => compareText(first.file, second.file));
}

async function walk(directory: string, path: string, entries: OutputEntry[]): Promise<void> {
  for (const name of await readdir(join(directory, path))) {
    const file = path === '' ? name : `${path}/${name}`;
    const status = await lstat(join(directory, file));
    if (status.isDirectory()) await walk(directory, file, entries);
    else
      entries.push({
        file,
        kind: status.isFile() ? 'file' : status.isSymbolicLink() ? 'link' : 'other',
        bytes: status.size,
      });
  }
}
