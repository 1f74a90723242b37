/** A task of the tests: it multiplies, or goes wrong in the way that it says. */
export interface TestTask {
  readonly number: number;
  readonly how?: 'throws' | 'ends' | 'waits';
}

interface TestData {
  readonly by: number;
  /** Counts what is done. */
  readonly done?: Int32Array;
  /** Before each answer, in thousandths of a second. */
  readonly pause?: number;
}

export function createAnswerer(data: TestData) {
  return async ({ number, how }: TestTask): Promise<number> => {
    if (how === 'throws') throw new Error('the task is wrong');
    if (how === 'ends') process.exit(3);
    if (how === 'waits') await new Promise(() => undefined);
    if (data.pause !== undefined) await new Promise((resolve) => setTimeout(resolve, data.pause));
    if (data.done !== undefined) Atomics.add(data.done, 0, 1);
    return number * data.by;
  };
}
