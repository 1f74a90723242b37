import { readdirSync, rmdirSync, rmSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { lookIfThere, type FileLook } from './file-look.ts';

/**
 * Deletes everything below a folder but the files that look as they are given, by their paths from it; folders that are then empty as
 * well, but not the folder itself. The answer is what is left. A folder that is not there is an empty one.
 */
export function keepInTree(folder: string, looks: ReadonlyMap<string, FileLook>): ReadonlySet<string> {
  const left = new Set<string>();
  keepBelow(folder, '', looks, left);
  return left;
}

/** Whether nothing is left below a folder of the tree. */
function keepBelow(
  root: string,
  folder: string,
  looks: ReadonlyMap<string, FileLook>,
  left: Set<string>,
): boolean {
  let isEmpty = true;
  for (const entry of entriesOf(join(root, folder))) {
    const file = `${folder}${entry.name}`;
    const path = `${root}/${file}`;
    if (entry.isDirectory()) {
      if (keepBelow(root, `${file}/`, looks, left)) rmdirSync(path);
      else isEmpty = false;
      continue;
    }
    const look = looks.get(file);
    if (look !== undefined && entry.isFile() && lookIfThere(path) === look) {
      left.add(file);
      isEmpty = false;
    } else rmSync(path, { force: true, maxRetries: 3 });
  }
  return isEmpty;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
