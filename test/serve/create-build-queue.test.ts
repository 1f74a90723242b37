import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createBuildQueue } from '../../src/serve/create-build-queue.ts';

describe('createBuildQueue', () => {
  it('never builds twice at once, and builds once more for all that was asked meanwhile', async () => {
    let running = 0;
    let builds = 0;
    const queue = createBuildQueue(async () => {
      running += 1;
      builds += 1;
      expect(running).toBe(1);
      await wait(10);
      running -= 1;
    });
    queue.request();
    for (let index = 0; index < 5; index += 1) queue.request();
    await queue.settled();
    expect(builds).toBe(2);
    queue.request();
    await queue.settled();
    expect(builds).toBe(3);
  });

  it('is settled when nothing was asked for', async () => {
    await createBuildQueue(() => Promise.reject(new Error('not called'))).settled();
  });
});
