import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

// As text: a module of its own would have to be made readable for the thread first.
const program = `
const { rmSync } = require('node:fs');
rmSync(require('node:worker_threads').workerData, { recursive: true, force: true });
`;

/** Deletes a folder with all that is in it, in a thread of its own: a large site has tens of thousands of files. Rejects where it cannot. */
export async function deleteFolder(path: string): Promise<void> {
  await once(new Worker(program, { eval: true, workerData: path, execArgv: [] }), 'exit');
}
