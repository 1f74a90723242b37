import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../model/problem.ts';

/** A file below a folder: its path from there with forward slashes, and its bytes. */
export interface ReadFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Reads every file below a folder, in the order of the paths. */
export async function readFolder(directory: string): Promise<readonly ReadFile[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(directory.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    )
    .sort(compareText);
  const files: ReadFile[] = [];
  for (const file of paths) files.push({ file, bytes: await readFile(join(directory, file)) });
  return files;
}
