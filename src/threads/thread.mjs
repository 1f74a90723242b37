// What a thread runs: it answers the tasks of one module, which `scripts/program.mjs` may have bundled. They come one by one, or lie
// in memory that all threads share, each taking the next as soon as it is free.

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';

const { createAnswerer } = await import(await readable(workerData.module));
const answer = await createAnswerer(workerData.data);

if (workerData.tasks === undefined) parentPort.on('message', answerOne);
else await answerTogether(workerData.tasks);

async function answerOne({ number, task }) {
  try {
    parentPort.postMessage({ number, answer: await answer(task) });
  } catch (error) {
    parentPort.postMessage({ number, error });
  }
}

/** What a task throws ends the thread, and is told to the other by that. */
async function answerTogether({ bytes, ends, next }) {
  for (let number = take(next); number < ends.length; number = take(next)) {
    const task = deserialize(bytes.slice(ends[number - 1] ?? 0, ends[number]));
    parentPort.postMessage({ number, answer: await answer(task) });
  }
  parentPort.postMessage({ isDone: true });
}

function take(next) {
  return Atomics.add(next, 0, 1);
}

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
