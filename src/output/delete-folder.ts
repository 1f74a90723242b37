import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

// As text: a module of its own would have to be made readable for the thread first.
const program = `
const { rmSync } = require('node:fs');
rmSync(require('node:worker_threads').workerData, { recursive: true, force: true });
`;

/** From a list of files of so many bytes on, some thousand files, a thread takes less time than it needs to start. */
const listForThread = 500_000;

/** Deletes a site with all that is in its folder, in a thread of its own where it is large. Rejects where it cannot. */
export async function deleteFolder(path: string): Promise<void> {
  const list = await stat(join(path, 'manifest.json')).catch(() => undefined);
  if ((list?.size ?? 0) < listForThread) return await rm(path, { recursive: true, force: true });
  await once(new Worker(program, { eval: true, workerData: path, execArgv: [] }), 'exit');
}
