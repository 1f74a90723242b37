/** A task of the tests: it multiplies, or goes wrong in the way that it says. */
export interface TestTask {
  readonly number: number;
  readonly how?: 'throws' | 'ends' | 'waits';
}

export function createAnswerer(data: { readonly by: number }) {
  return async ({ number, how }: TestTask): Promise<number> => {
    if (how === 'throws') throw new Error('the task is wrong');
    if (how === 'ends') process.exit(3);
    if (how === 'waits') await new Promise(() => undefined);
    return number * data.by;
  };
}
