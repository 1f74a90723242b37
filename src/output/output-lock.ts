import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { ignoreMissing } from './is-our-folder.ts';

/** What stands in a lock: which process holds it, and where it runs. */
interface Holder {
  readonly process: number;
  readonly computer: string;
  /** Different for every lock, since numbers of processes come round again. */
  readonly lock: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Gives a lock back. */
export type ReleaseLock = () => Promise<void>;

/**
 * A lock of another computer (a container that is gone, a shared folder) is taken for stale after this many
 * milliseconds.
 */
const foreignLockLife = 6 * 60 * 60 * 1000;

/**
 * Locks of this very process, so that it does not take its own for one that a process with its number left
 * behind.
 */
const ownLocks = new Set<string>();

/**
 * Takes the lock file at a path; undefined when another build that is still running holds it. The lock of a
 * process that has ended is taken over.
 */
export async function takeLock(path: string): Promise<ReleaseLock | undefined> {
  const holder: Holder = {
    process: process.pid,
    computer: hostname(),
    lock: randomUUID(),
    since: Date.now(),
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await tryToWrite(path, holder)) return () => releaseLock(path, holder);
    const text = await readFile(path, 'utf8').catch(ignoreMissing);
    // Given back in the meantime: try again.
    if (text === undefined) continue;
    if (isHeld(text)) return undefined;
    await removeStale(path, text);
  }
  return undefined;
}

async function tryToWrite(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.lock}`;
  await writeFile(draft, JSON.stringify(holder), { flag: 'wx' });
  try {
    // A link appears with its content or not at all; a file that is being written could be read while it is
    // empty.
    await link(draft, path);
    ownLocks.add(holder.lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    return await tryToWriteWithoutLink(path, holder);
  } finally {
    await rm(draft, { force: true });
  }
}

/** For disks without hard links, such as a memory stick. */
async function tryToWriteWithoutLink(path: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(holder), { flag: 'wx' });
    ownLocks.add(holder.lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moves a stale lock aside before deleting it: of two builds that found it, one moves it and the other
 * finds nothing.
 */
async function removeStale(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(ignoreMissing);
  const moved = await readFile(aside, 'utf8').catch(ignoreMissing);
  // Between reading and moving another build took the lock over: it gets it back.
  if (moved !== undefined && moved !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function releaseLock(path: string, holder: Holder): Promise<void> {
  const text = await readFile(path, 'utf8').catch(ignoreMissing);
  if (text !== undefined && readHolder(text)?.lock === holder.lock) await rm(path, { force: true });
  ownLocks.delete(holder.lock);
}

function isHeld(text: string): boolean {
  const holder = readHolder(text);
  // Half written, or by somebody else: only a person can know.
  if (holder === undefined) return true;
  if (holder.computer !== hostname()) return Date.now() - holder.since < foreignLockLife;
  if (holder.process === process.pid) return ownLocks.has(holder.lock);
  return isRunning(holder.process);
}

function readHolder(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    const isWhole =
      typeof value?.process === 'number' &&
      typeof value.computer === 'string' &&
      typeof value.lock === 'string' &&
      typeof value.since === 'number';
    return isWhole ? (value as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Not allowed to signal it: it runs, as somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
