import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Threads that share the tasks of one module. */
export interface Threads<Task, Answer> {
  /** Does a task in whichever thread is free first. Rejects with what the task threw, or when its thread ends by itself. */
  readonly ask: (task: Task) => Promise<Answer>;
  /** Ends the threads; what is still asked is answered no more. */
  readonly close: () => Promise<void>;
}

/** As many as the processors can run at once; more than four would need more memory than they save time. */
export const usualThreads = Math.min(availableParallelism(), 4);

interface Asked<Task, Answer> {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Message<Answer> {
  readonly number: number;
  readonly answer?: Answer;
  readonly error?: unknown;
}

/**
 * Starts threads for a module, when they are first needed. The module exports `createAnswerer`, which is called once in each
 * with `data`, and gives the function that answers one task after another. Tasks and answers are copied: they are plain
 * values, and nothing sealed can be in them.
 */
export function startThreads<Task, Answer>(
  module: URL,
  data: unknown,
  count = usualThreads,
): Threads<Task, Answer> {
  const waiting: Asked<Task, Answer>[] = [];
  const threads = new Set<Thread<Task, Answer>>();
  let isClosed = false;
  const distribute = (): void => {
    for (const thread of threads) if (thread.isFree && waiting.length > 0) thread.give(waiting.shift()!);
    while (waiting.length > 0 && threads.size < count && !isClosed) {
      const thread = new Thread<Task, Answer>(module, data, distribute, () => {
        threads.delete(thread);
        distribute();
      });
      threads.add(thread);
      thread.give(waiting.shift()!);
    }
  };
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        distribute();
      }),
    close: async () => {
      isClosed = true;
      await Promise.all([...threads].map((thread) => thread.close()));
    },
  };
}

class Thread<Task, Answer> {
  readonly #worker: Worker;
  #asked: Asked<Task, Answer> | undefined;
  #number = 0;

  constructor(module: URL, data: unknown, whenFree: () => void, whenEnded: () => void) {
    this.#worker = new Worker(new URL('thread.mjs', import.meta.url), {
      workerData: { module: module.href, data },
      // Otherwise the loader of this process would be started in it as well.
      execArgv: [],
    });
    // A build that is done ends, whatever threads wait for work.
    this.#worker.unref();
    this.#worker.on('message', ({ number, answer, error }: Message<Answer>) => {
      if (number !== this.#number || this.#asked === undefined) return;
      const { resolve, reject } = this.#asked;
      this.#settle();
      if (error === undefined) resolve(answer as Answer);
      else reject(error);
      whenFree();
    });
    const fail = (error: unknown): void => {
      const { reject } = this.#asked ?? {};
      this.#settle();
      reject?.(error);
    };
    this.#worker.on('error', fail);
    this.#worker.on('exit', (status) => {
      fail(new Error(`A thread ended by itself (status ${status}).`));
      whenEnded();
    });
  }

  get isFree(): boolean {
    return this.#asked === undefined;
  }

  give(asked: Asked<Task, Answer>): void {
    this.#asked = asked;
    this.#number += 1;
    this.#worker.ref();
    this.#worker.postMessage({ number: this.#number, task: asked.task });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(): void {
    this.#asked = undefined;
    this.#worker.unref();
  }
}
