import { describe, expect, it } from 'vitest';
import { startThreads } from '../../src/threads/start-threads.ts';
import type { TestTask } from './tasks.ts';

const start = (by: number, count: number) =>
  startThreads<TestTask, number>(new URL('tasks.ts', import.meta.url), { by }, count);

describe('threads', () => {
  it('do every task, whichever is done first', async () => {
    const threads = start(3, 2);
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    expect(await Promise.all(numbers.map((number) => threads.ask({ number })))).toEqual(
      numbers.map((number) => number * 3),
    );
    await threads.close();
  });

  it('say what a task threw, and go on with the next', async () => {
    const threads = start(2, 1);
    const wrong = threads.ask({ number: 1, how: 'throws' });
    const right = threads.ask({ number: 2 });
    await expect(wrong).rejects.toThrow('the task is wrong');
    expect(await right).toBe(4);
    await threads.close();
  });

  it('leave nobody waiting for a thread that ended', async () => {
    await expect(start(2, 1).ask({ number: 1, how: 'ends' })).rejects.toThrow('ended by itself (status 3)');
    const closed = start(2, 1);
    const waiting = closed.ask({ number: 1, how: 'waits' });
    waiting.catch(() => undefined);
    await closed.close();
    await expect(waiting).rejects.toThrow('ended by itself');
  });

  it('do what waits for another thread when theirs has ended', async () => {
    const threads = start(2, 1);
    const ending = threads.ask({ number: 1, how: 'ends' });
    const next = threads.ask({ number: 4 });
    await expect(ending).rejects.toThrow('ended by itself');
    await expect(next).resolves.toBe(8);
    await threads.close();
  });
});
