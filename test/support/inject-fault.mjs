// Loaded before a command: makes the disk fail, or ends the process, at a place that MINUTEBOOK_TEST_FAULT names.

import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [fault, place] = (process.env['MINUTEBOOK_TEST_FAULT'] ?? '').split(':');
const { rename, writeFile } = fs;
let calls = 0;

/** Whether the call that is about to be made is the one that the fault is for. */
function isDue(path) {
  if (!String(path).includes('_site')) return false;
  calls += 1;
  return calls === Number(place);
}

fs.rename = async (from, to) => {
  if (fault === 'kill-at-rename' && isDue(from)) process.kill(process.pid, 'SIGKILL');
  return await rename(from, to);
};
fs.writeFile = async (path, ...rest) => {
  if (fault === 'kill-at-write' && isDue(path)) process.kill(process.pid, 'SIGKILL');
  if (fault === 'full-at-write' && isDue(path)) {
    throw Object.assign(new Error(`ENOSPC: no space left on device, write`), { code: 'ENOSPC' });
  }
  if (fault === 'bug-at-write' && isDue(path))
    throw new TypeError('A message that quotes Gulliver Wobblethorpe');
  if (fault === 'uncaught-at-write' && isDue(path)) {
    setImmediate(() => {
      throw new TypeError('A message that quotes Gulliver Wobblethorpe');
    });
    await new Promise(() => undefined);
  }
  return await writeFile(path, ...rest);
};
syncBuiltinESMExports();
