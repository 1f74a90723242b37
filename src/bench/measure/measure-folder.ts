import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** How many files a folder holds, in all depths, and their bytes together. */
export interface FolderSize {
  readonly files: number;
  readonly bytes: number;
}

/** Counts the files of a folder; those of a folder that is not there are none. */
export function measureFolder(folder: string, isCounted: (file: string) => boolean = () => true): FolderSize {
  const files = listFiles(folder).filter(isCounted);
  const bytes = files.reduce((sum, file) => sum + lstatSync(join(folder, file)).size, 0);
  return { files: files.length, bytes };
}

/** Every file under a folder, from its root, in the order of their names. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
