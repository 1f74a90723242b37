import { describe, expect, it } from 'vitest';
import { answerAll } from '../../src/threads/answer-all.ts';
import type { TestTask } from './tasks.ts';

const tasksModule = new URL('tasks.ts', import.meta.url);
const answer = (tasks: readonly TestTask[], onAnswer?: (answer: number) => void) =>
  answerAll<TestTask, number>(tasksModule, { by: 3 }, tasks, onAnswer && { onAnswer });
const numbers = Array.from({ length: 50 }, (_, number) => number);

describe('threads that take their tasks themselves', () => {
  it('give the answers in the order of the tasks, and tell of each', async () => {
    const told: number[] = [];
    const answers = await answer(
      numbers.map((number) => ({ number })),
      (each) => told.push(each),
    );
    expect(answers).toEqual(numbers.map((number) => number * 3));
    expect(told.toSorted((first, second) => first - second)).toEqual(answers);
    expect(await answer([])).toEqual([]);
  });

  it('go on while this one is busy', async () => {
    const done = new Int32Array(new SharedArrayBuffer(4));
    const tasks = numbers.map((number) => ({ number }));
    const working = answerAll<TestTask, number>(tasksModule, { by: 3, done }, tasks);
    const until = Date.now() + 30_000;
    const sleeping = new Int32Array(new SharedArrayBuffer(4));
    while (Atomics.load(done, 0) < numbers.length && Date.now() < until) Atomics.wait(sleeping, 0, 0, 10);
    expect(Atomics.load(done, 0)).toBe(numbers.length);
    await working;
  });

  it('begin no more when they are told to, and answer what was begun', async () => {
    const tasks = numbers.map((number) => ({ number }));
    const begun = (until: Promise<unknown>) =>
      answerAll<TestTask, number>(tasksModule, { by: 3 }, tasks, { until });
    expect(await begun(new Promise(() => undefined))).toHaveLength(numbers.length);
    for (const settle of [() => Promise.resolve(), () => Promise.reject(new Error('it failed'))]) {
      expect((await begun(settle())).length).toBeLessThan(numbers.length);
    }
    let stop: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const some = await answerAll<TestTask, number>(tasksModule, { by: 3, pause: 5 }, tasks, {
      until: stopped,
      onAnswer: () => stop(),
      count: 1,
    });
    expect(some).toEqual(numbers.slice(0, some.length).map((number) => number * 3));
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(numbers.length);
  });

  it('say what a task threw', async () => {
    await expect(answer([{ number: 1 }, { number: 2, how: 'throws' }])).rejects.toThrow('the task is wrong');
  });

  it('leave nobody waiting for a thread that ended', async () => {
    await expect(answer([{ number: 1, how: 'ends' }])).rejects.toThrow('ended by itself (status 3)');
  });
});
