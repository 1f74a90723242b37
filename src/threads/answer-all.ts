import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { usualThreads } from './start-threads.ts';

/** Tasks in memory that threads share. */
interface SharedTasks {
  /** One serialised task after another. */
  readonly bytes: Uint8Array;
  /** Where each ends. */
  readonly ends: Float64Array;
  /** The number of the next that nobody has taken. */
  readonly next: Int32Array;
}

interface Message<Answer> {
  readonly number: number;
  readonly answer?: Answer;
  readonly isDone?: true;
}

interface AnswerAllOptions<Answer> {
  /** Called with each answer when it is here. */
  readonly onAnswer?: (answer: Answer) => void;
  /** How many threads; as many as there usually are, unless told. */
  readonly count?: number;
  /** When it settles no further task is begun; the answers of those that are under way are waited for. */
  readonly until?: Promise<unknown>;
}

/**
 * Has all tasks done by so many threads of a module, as `startThreads` describes it, and gives the answers in their order, without those
 * of tasks that were not begun. The threads take the tasks themselves, so that none waits for this one, which may be busy with
 * something else for a minute. Rejects with what the first task threw that failed, or when a thread ends by itself.
 */
export async function answerAll<Task, Answer>(
  module: URL,
  data: unknown,
  tasks: readonly Task[],
  { onAnswer = () => undefined, count = usualThreads, until }: AnswerAllOptions<Answer> = {},
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const shared = shareTasks(tasks);
  const beginNoMore = (): void => void Atomics.store(shared.next, 0, tasks.length);
  until?.then(beginNoMore, beginNoMore);
  const workers = Array.from({ length: Math.min(count, tasks.length) }, () => {
    const workerData = { module: module.href, data, tasks: shared };
    // Otherwise the loader of this process would be started in it as well.
    return new Worker(new URL('thread.mjs', import.meta.url), { workerData, execArgv: [] });
  });
  const work = workers.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        worker.on('message', ({ number, answer, isDone }: Message<Answer>) => {
          if (isDone === true) {
            resolve();
            return;
          }
          answers[number] = answer as Answer;
          onAnswer(answer as Answer);
        });
        worker.on('error', reject);
        worker.on('exit', (status) => reject(new Error(`A thread ended by itself (status ${status}).`)));
      }),
  );
  try {
    await Promise.all(work);
    // Without the holes that tasks have left that were not begun.
    return answers.filter(() => true);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function shareTasks(tasks: readonly unknown[]): SharedTasks {
  const serialised = tasks.map((task) => serialize(task));
  const ends = new Float64Array(new SharedArrayBuffer(tasks.length * Float64Array.BYTES_PER_ELEMENT));
  const total = serialised.reduce((end, task, number) => (ends[number] = end + task.length), 0);
  const bytes = new Uint8Array(new SharedArrayBuffer(total));
  serialised.forEach((task, number) => bytes.set(task, ends[number]! - task.length));
  return { bytes, ends, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}
