// Loaded before a command: makes the disk fail, or ends the process, at a place that MINUTEBOOK_TEST_FAULT names.

import files from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [fault, place] = (process.env['MINUTEBOOK_TEST_FAULT'] ?? '').split(':');
const { rename, writeFile } = fs;
const { writeFileSync } = files;
let calls = 0;

/** Whether the call that is about to be made is the one that the fault is for. */
function isDue(path) {
  if (!String(path).includes('_site')) return false;
  calls += 1;
  return calls === Number(place);
}

/** Does the fault if it is due before this path is written to; true where its error comes later and nobody catches it. */
function strike(path) {
  if (!fault?.endsWith('-at-write') || !isDue(path)) return false;
  if (fault === 'kill-at-write') process.kill(process.pid, 'SIGKILL');
  if (fault === 'full-at-write')
    throw Object.assign(new Error(`ENOSPC: no space left on device, write`), { code: 'ENOSPC' });
  const error = new TypeError('A message that quotes Gulliver Wobblethorpe');
  if (fault === 'bug-at-write') throw error;
  setImmediate(() => {
    throw error;
  });
  return true;
}

fs.rename = async (from, to) => {
  if (fault === 'kill-at-rename' && isDue(from)) process.kill(process.pid, 'SIGKILL');
  return await rename(from, to);
};
fs.writeFile = async (path, ...rest) => {
  if (strike(path)) await new Promise(() => undefined);
  return await writeFile(path, ...rest);
};
files.writeFileSync = (path, ...rest) => {
  strike(path);
  writeFileSync(path, ...rest);
};
syncBuiltinESMExports();
