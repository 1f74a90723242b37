// What a thread runs: TypeScript is made readable in it, then it answers the tasks of one module.

import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { createAnswerer } = await import(workerData.module);
const answer = await createAnswerer(workerData.data);

parentPort.on('message', async ({ number, task }) => {
  try {
    parentPort.postMessage({ number, answer: await answer(task) });
  } catch (error) {
    parentPort.postMessage({ number, error });
  }
});
