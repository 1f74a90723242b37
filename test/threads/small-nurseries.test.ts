import { expect, it } from 'vitest';
import { answerAll } from '../../src/threads/answer-all.ts';
import { useSmallNurseries } from '../../src/threads/small-nurseries.ts';
import type { TestTask } from './tasks.ts';

const megabyte = 1024 * 1024;

async function nurseryOfThread(): Promise<number> {
  const [bytes] = await answerAll<TestTask, number>(new URL('tasks.ts', import.meta.url), { by: 1 }, [
    { number: 1, how: 'fills' },
  ]);
  return bytes!;
}

it('are those of threads that start from then on', async () => {
  expect(await nurseryOfThread()).toBeGreaterThan(20 * megabyte);
  useSmallNurseries();
  expect(await nurseryOfThread()).toBeLessThan(20 * megabyte);
});
