import { getHeapSpaceStatistics } from 'node:v8';

/** A task of the tests: it multiplies, or goes wrong in the way that it says. */
export interface TestTask {
  readonly number: number;
  readonly how?: 'throws' | 'ends' | 'waits' | 'fills';
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
    if (how === 'fills') return fillNursery();
    if (data.pause !== undefined) await new Promise((resolve) => setTimeout(resolve, data.pause));
    if (data.done !== undefined) Atomics.add(data.done, 0, 1);
    return number * data.by;
  };
}

/** Makes much that does not last, and tells how many bytes the thread has had for that. */
function fillNursery(): number {
  let most = 0;
  let kept: readonly string[] = [];
  for (let round = 0; round < 300; round += 1) {
    // What lives for a while makes a nursery grow.
    kept = [...kept.slice(-20_000), ...Array.from({ length: 20_000 }, (_, place) => `${round} ${place}`)];
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    most = Math.max(most, space!.space_size);
  }
  return most;
}
