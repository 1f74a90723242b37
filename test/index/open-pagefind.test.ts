import diagnostics from 'node:diagnostics_channel';
import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertPagefindResponse, withPagefind } from '../../src/index/open-pagefind.ts';

let processes: ChildProcess[] = [];
const remember = (message: unknown): void =>
  void processes.push((message as { process: ChildProcess }).process);
beforeEach(() => diagnostics.subscribe('child_process', remember));
afterEach(() => {
  diagnostics.unsubscribe('child_process', remember);
  processes = [];
});

const record = { url: '/a/', content: 'word', language: 'en' };

describe('withPagefind', () => {
  it('throws at once when the process is killed while it works', async () => {
    const started = performance.now();
    const building = withPagefind({}, async ({ index, ask }) => {
      processes[0]!.kill('SIGKILL');
      for (;;) await ask('adding /a/', index.addCustomRecord(record));
    });
    await expect(building).rejects.toThrow('adding /a/ failed');
    await expect(building).rejects.toHaveProperty('cause.message', expect.stringMatching(/SIGKILL|closed/));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('throws when the process stops answering, and leaves no process behind', async () => {
    const building = withPagefind(
      {},
      async ({ index, ask }) => {
        processes[0]!.kill('SIGSTOP');
        await ask('adding /a/', index.addCustomRecord(record));
      },
      0.3,
    );
    await expect(building).rejects.toHaveProperty(
      'cause.message',
      'Pagefind gave no answer for 0.3 seconds.',
    );
    processes[0]!.kill('SIGKILL');
    await new Promise((resolve) => processes[0]!.once('exit', resolve));
  });

  it('works again after a failure, and one use after another', async () => {
    const order: number[] = [];
    const uses = [1, 2, 3].map((number) =>
      withPagefind({}, async ({ index, ask }) => {
        await ask('adding', index.addCustomRecord(record));
        order.push(number);
        if (number === 2) throw new Error('second fails');
        return (await ask('files', index.getFiles())).files.length;
      }),
    );
    const settled = await Promise.allSettled(uses);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual([1, 2, 3]);
    expect(processes).toHaveLength(3);
  });
});

describe('assertPagefindResponse', () => {
  it('passes an answer without errors', () => {
    expect(() => assertPagefindResponse('adding /a/', { errors: [] })).not.toThrow();
  });

  it('throws what was being done, with all reasons as its cause', () => {
    expect(() => assertPagefindResponse('adding /a/', { errors: ['one', 'two'] })).toThrow(
      expect.objectContaining({
        message: 'The search index could not be made: adding /a/ failed.',
        cause: new Error('one; two'),
      }),
    );
  });
});
