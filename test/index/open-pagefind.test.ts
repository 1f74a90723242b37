import diagnostics from 'node:diagnostics_channel';
import { spawnSync, type ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assertPagefindResponse, withPagefind } from '../../src/index/open-pagefind.ts';
import { endProcess } from '../../src/index/pagefind-process.ts';

let processes: ChildProcess[] = [];
const remember = (message: unknown): void =>
  void processes.push((message as { process: ChildProcess }).process);
beforeEach(() => diagnostics.subscribe('child_process', remember));
afterEach(async () => {
  vi.useRealTimers();
  diagnostics.unsubscribe('child_process', remember);
  processes = [];
  await endProcess();
});

const record = { url: '/a/', content: 'word', language: 'en' };

/** The names of the files of an index of one record. */
async function indexOnce(): Promise<readonly string[]> {
  return await withPagefind({ forceLanguage: 'en' }, async ({ index, ask }) => {
    await ask('adding', index.addCustomRecord(record));
    const { files } = await ask('files', index.getFiles());
    return files.map(({ path }) => path).sort();
  });
}

async function hasEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once('exit', resolve));
}

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
    // That of the first has the second too, and ends with it.
    expect(processes).toHaveLength(2);
    await hasEnded(processes[0]!);
  });

  it('has one process make one index after another, each as if it were the only one', async () => {
    const first = await indexOnce();
    expect(first).not.toEqual([]);
    expect([await indexOnce(), await indexOnce()]).toEqual([first, first]);
    expect(processes).toHaveLength(1);
  });

  it('has another process when that of the last index has been killed', async () => {
    const first = await indexOnce();
    processes[0]!.kill('SIGKILL');
    await hasEnded(processes[0]!);
    expect(await indexOnce()).toEqual(first);
    expect(processes).toHaveLength(2);
  });

  it('ends the process when nothing is asked of it for some seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await indexOnce();
    vi.advanceTimersByTime(4000);
    await indexOnce();
    vi.advanceTimersByTime(4000);
    expect(processes).toHaveLength(1);
    expect(processes[0]!.killed).toBe(false);
    vi.advanceTimersByTime(2000);
    await hasEnded(processes[0]!);
  });

  it('lets Node end at once, and the process with it', () => {
    const script = `
      import { withPagefind } from ${JSON.stringify(new URL('../../src/index/open-pagefind.ts', import.meta.url).href)};
      const files = await withPagefind({}, ({ index, ask }) => ask('files', index.getFiles()));
      const done = performance.now();
      process.on('exit', () => console.log(files.errors.length, performance.now() - done < 4000));
    `;
    const { stdout, stderr, error } = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script],
      { encoding: 'utf8', cwd: new URL('../..', import.meta.url), timeout: 30_000 },
    );
    // Pagefind writes its errors where Node does: were it still there, one would wait for them for ever.
    expect([stderr, error]).toEqual(['', undefined]);
    expect(stdout).toBe('0 true\n');
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
