// Where tests put what they make: sites are built and deleted by the hundred, which a disk takes half as long again for as memory does.

import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of Linux: a folder in memory, as large as half of it unless somebody has said otherwise. */
const inMemory = '/dev/shm';
/** Three times what all tests leave there before it is deleted. */
const neededBytes = 4e9;

/** Makes a folder for a run of the tests, in memory where there is enough of it. It is deleted when this process ends. */
export function makeTemporaryFolder() {
  const folder = mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), 'minutebook-tests-'));
  // Some tests build as an account that may write nowhere else.
  chmodSync(folder, 0o755);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
  return folder;
}

function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < neededBytes) return false;
    // It may be there for others alone, or for reading.
    rmSync(mkdtempSync(join(folder, 'minutebook-')), { recursive: true });
    return true;
  } catch {
    return false;
  }
}
