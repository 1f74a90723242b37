import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

// As text: a module of its own would have to be made readable for the thread first. `rmSync` asks three times what each file is. The manifest
// goes last: by it the next build knows what is left for one of ours, should this one be ended.
const program = `
const { readdirSync, rmdirSync, rmSync, unlinkSync } = require('node:fs');
const deleteBelow = (folder) => {
  const isManifest = ({ name }) => name === 'manifest.json';
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((first, second) => isManifest(first) - isManifest(second))) {
    const path = folder + '/' + entry.name;
    if (entry.isDirectory()) deleteBelow(path);
    else unlinkSync(path);
  }
  rmdirSync(folder);
};
const folder = require('node:worker_threads').workerData;
try {
  deleteBelow(folder);
} catch {
  // Something is in use, or was put there meanwhile.
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
`;

/** From a list of files of so many bytes on, some thousand files, a thread takes less time than it needs to start. */
const listForThread = 500_000;

/** Deletes a site with all that is in its folder, in a thread of its own where it is large. Rejects where it cannot. */
export async function deleteFolder(path: string): Promise<void> {
  const list = await stat(join(path, 'manifest.json')).catch(() => undefined);
  if ((list?.size ?? 0) < listForThread) return await rm(path, { recursive: true, force: true });
  await once(new Worker(program, { eval: true, workerData: path, execArgv: [] }), 'exit');
}
