// What a thread runs: it answers the tasks of one module, which `scripts/program.mjs` may have bundled.

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { createAnswerer } = await import(await readable(workerData.module));
const answer = await createAnswerer(workerData.data);

parentPort.on('message', async ({ number, task }) => {
  try {
    parentPort.postMessage({ number, answer: await answer(task) });
  } catch (error) {
    parentPort.postMessage({ number, error });
  }
});

/** The module's bundle or, where there is none, the module itself, with TypeScript made readable in this thread. */
async function readable(module) {
  const folder = process.env['MINUTEBOOK_THREADS'];
  const bundled =
    folder === undefined ? undefined : join(folder, `${basename(fileURLToPath(module), '.ts')}.mjs`);
  if (bundled !== undefined && existsSync(bundled)) return pathToFileURL(bundled).href;
  const { register } = await import('tsx/esm/api');
  register();
  return module;
}
