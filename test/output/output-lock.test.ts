import type * as promises from 'node:fs/promises';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeLock } from '../../src/output/output-lock.ts';

const disk = vi.hoisted(() => ({ hasLinks: true, beforeRename: () => Promise.resolve() }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const actual = await importOriginal<typeof promises>();
  return {
    ...actual,
    link: (from: string, to: string) =>
      disk.hasLinks
        ? actual.link(from, to)
        : Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })),
    rename: async (from: string, to: string) => {
      await disk.beforeRename();
      return actual.rename(from, to);
    },
  };
});

let folder = '';
let lock = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutebook-lock-'));
  lock = join(folder, '_site.lock');
  Object.assign(disk, { hasLinks: true, beforeRename: () => Promise.resolve() });
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const held = { computer: hostname(), lock: 'x', since: Date.now() };
/** Higher than any number that a process can have. */
const nobody = 2 ** 30;

describe('takeLock', () => {
  it('lets nobody else in until it is given back', async () => {
    const release = await takeLock(lock);
    expect(await takeLock(lock)).toBeUndefined();
    await release!();
    expect(await readdir(folder)).toEqual([]);
    await (await takeLock(lock))!();
  });

  it('works on a disk without links', async () => {
    disk.hasLinks = false;
    const release = await takeLock(lock);
    expect(await takeLock(lock)).toBeUndefined();
    await release!();
    expect(await readdir(folder)).toEqual([]);
  });

  it('passes on what the disk says', async () => {
    disk.hasLinks = false;
    await writeFile(join(folder, 'file'), '');
    await expect(takeLock(join(folder, 'file', 'lock'))).rejects.toThrow('ENOTDIR');
  });

  it('takes over from a process that has ended, and from nobody who runs', async () => {
    await writeFile(lock, JSON.stringify({ ...held, process: nobody }));
    await (await takeLock(lock))!();
    await writeFile(lock, JSON.stringify({ ...held, process: process.ppid }));
    expect(await takeLock(lock)).toBeUndefined();
  });

  it('takes a process of somebody else for one that runs', async () => {
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('not yours'), { code: 'EPERM' });
    });
    await writeFile(lock, JSON.stringify({ ...held, process: nobody }));
    expect(await takeLock(lock)).toBeUndefined();
    kill.mockRestore();
  });

  it('gives the lock back that another build took over in the meantime', async () => {
    await writeFile(lock, JSON.stringify({ ...held, process: nobody }));
    disk.beforeRename = () =>
      writeFile(lock, JSON.stringify({ ...held, process: process.ppid, lock: 'new' }));
    expect(await takeLock(lock)).toBeUndefined();
    expect(await readdir(folder)).toEqual(['_site.lock']);
  });

  it('leaves the lock of another build alone when it gives its own back', async () => {
    const release = await takeLock(lock);
    await writeFile(lock, JSON.stringify({ ...held, process: process.ppid }));
    await release!();
    expect(await readdir(folder)).toEqual(['_site.lock']);
  });

  it('minds no lock that is gone when it gives its own back', async () => {
    const release = await takeLock(lock);
    await rm(lock);
    await expect(release!()).resolves.toBeUndefined();
  });
});
