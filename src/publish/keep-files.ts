import { join } from 'node:path';
import { clockOf, lookAt, lookIfThere, tellsLaterChanges, type FileLook } from '../cache/file-look.ts';
import { keepFile } from '../cache/file-store.ts';
import type { LinkToo } from '../cache/spare-output.ts';
import type { LastFile } from './last-output.ts';

/** A file of an output that is done. */
export interface FileToKeep extends LastFile {
  /** Whether it came from the cache, and is there. */
  readonly isKept: boolean;
}

/** The disk's clock is waited for no longer than this, in milliseconds: those of some disks go by whole seconds. */
const patience = 50;

/**
 * Keeps the files of an output, and gives them with their looks: those by which the next build will know that nobody has changed them. A
 * file that does not look as it did when the audit read it has none, nor has a copy: the next build reads it. `linkToo` puts each at
 * another place as well.
 */
export function keepFiles(
  cacheDirectory: string,
  output: string,
  files: readonly FileToKeep[],
  linkToo?: LinkToo,
): readonly LastFile[] {
  const looks = new Map<string, FileLook>();
  for (const { file, sha256, look, isKept } of files) {
    if (isKept) continue;
    const path = join(output, file);
    const isAsRead = look !== undefined && lookIfThere(path) === look;
    const isLink = keepFile(cacheDirectory, sha256, path);
    linkToo?.(file, path);
    // A link more changes its look.
    if (isLink && isAsRead) looks.set(file, lookAt(path));
  }
  const clock = looks.size === 0 ? 0n : clockAfter(cacheDirectory, [...looks.values()].at(-1)!);
  return files.map(({ file, sha256, look, isKept }) => {
    const seen = isKept ? look : looks.get(file);
    if (seen === undefined) return { file, sha256 };
    const isSeenAgain =
      isKept || (tellsLaterChanges(seen, clock) && lookIfThere(join(output, file)) === seen);
    return isSeenAgain ? { file, sha256, look: seen } : { file, sha256 };
  });
}

/** The time of the disk's clock once it tells what comes later from the last look that was taken, if that is soon. */
function clockAfter(folder: string, last: FileLook): bigint {
  const started = performance.now();
  for (;;) {
    const clock = clockOf(folder);
    if (tellsLaterChanges(last, clock) || performance.now() - started > patience) return clock;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
  }
}
