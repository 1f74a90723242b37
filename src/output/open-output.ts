import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { problemAt, type Problem } from '../model/problem.ts';
import { fileErrorToProblem } from './file-error-problem.ts';
import { deleteFolder } from './delete-folder.ts';
import { readStanding } from './is-our-folder.ts';
import { takeLock, type ReleaseLock } from './output-lock.ts';
import { renameFolder } from './rename-folder.ts';

/** Moves a folder that is about to be deleted elsewhere, or what is of use in it. */
export type SaveFolder = (folder: string) => Promise<void>;

/** A folder that a site is built in, beside the one that it will take the place of. */
export interface Output {
  /** Absolute path of the fresh folder, empty but for what `begin` has put there: write here. */
  readonly freshDirectory: string;
  /**
   * Puts the fresh folder in the place of the standing one and deletes that; `meanwhile` is done once the new one stands,
   * and what it throws is thrown. `save` is given the folder in which the old one stands now: what it leaves there is deleted.
   * Returns problems when it cannot; the standing site is then as it was. Call it or `discard`, once.
   */
  swapIn(meanwhile?: () => Promise<void>, save?: SaveFolder): Promise<readonly Problem[]>;
  /** Deletes the fresh folder, or what `save` leaves of it; the standing site stays as it is. */
  discard(save?: SaveFolder): Promise<readonly Problem[]>;
}

/** An output, or why there is none. */
export type OpenedOutput = { readonly output: Output } | { readonly problems: readonly Problem[] };

/**
 * Makes a fresh folder beside `directory`, for a site that will take its place. Before that it mends what a
 * build that was killed left behind: it puts back a site that had been moved aside, and deletes half-built
 * folders. It refuses a directory that holds anything but a site of ours (`output-not-ours`), and a second
 * build at the same time (`output-in-use`).
 *
 * Everything it makes is named after the directory: `_site.building-…`, `_site.old`, `_site.lock`. `begin` may move a folder to where
 * the fresh one will be; where it says that it has not, there is an empty one.
 */
export async function openOutput(
  directory: string,
  begin: (fresh: string) => boolean = () => false,
): Promise<OpenedOutput> {
  const path = resolve(directory);
  let release: ReleaseLock | undefined;
  try {
    await mkdir(dirname(path), { recursive: true });
    release = await takeLock(`${path}.lock`);
    if (release === undefined) return { problems: [inUse(directory, path)] };
    await recover(path);
    for (const each of [path, `${path}.old`]) {
      if ((await readStanding(each)) !== 'foreign') continue;
      await release();
      return { problems: [notOurs(each === path ? directory : each)] };
    }
    const freshDirectory = `${path}.building-${process.pid}`;
    if (!begin(freshDirectory)) await mkdir(freshDirectory);
    return { output: createOutput(path, freshDirectory, release) };
  } catch (error) {
    await release?.();
    return { problems: [asProblem(error, directory)] };
  }
}

function createOutput(path: string, freshDirectory: string, release: ReleaseLock): Output {
  const settle = async (work: () => Promise<readonly Problem[]>): Promise<readonly Problem[]> => {
    try {
      return await work();
    } catch (error) {
      return [asProblem(error, path)];
    } finally {
      await release();
    }
  };
  return {
    freshDirectory,
    swapIn: (meanwhile = () => Promise.resolve(), save) =>
      settle(() => swap(path, freshDirectory, meanwhile, save)),
    discard: (save) =>
      settle(async () => {
        await trySave(freshDirectory, save);
        await rm(freshDirectory, { recursive: true, force: true });
        return [];
      }),
  };
}

async function swap(
  path: string,
  freshDirectory: string,
  meanwhile: () => Promise<void>,
  save: SaveFolder | undefined,
): Promise<readonly Problem[]> {
  const old = `${path}.old`;
  const standing = await readStanding(path);
  // Somebody put something there while the site was built.
  if (standing === 'foreign') return [notOurs(path)];
  const hadSite = standing !== 'missing';
  if (hadSite) await renameFolder(path, old);
  try {
    await renameFolder(freshDirectory, path);
  } catch (error) {
    if (hadSite) await renameFolder(old, path);
    throw error;
  }
  // The new site stands.
  const deleted = hadSite ? deleteOld(old, save) : undefined;
  try {
    await meanwhile();
  } finally {
    await deleted;
  }
  return [];
}

/** What is left of it the next build deletes, should this fail. */
async function deleteOld(folder: string, save?: SaveFolder): Promise<void> {
  await trySave(folder, save);
  await deleteFolder(folder).catch(() => undefined);
}

async function trySave(folder: string, save: SaveFolder | undefined): Promise<void> {
  try {
    await save?.(folder);
  } catch {
    // It would have spared the next build work, no more.
  }
}

/** Mends what a killed build left. The lock is held, so no other build is at work here. */
async function recover(path: string): Promise<void> {
  const old = `${path}.old`;
  const oldStanding = await readStanding(old);
  // A folder of that name that we did not make is somebody's copy.
  if (oldStanding === 'ours' || oldStanding === 'empty') {
    if ((await readStanding(path)) === 'missing') await renameFolder(old, path);
    else await rm(old, { recursive: true, force: true });
  }
  const leftover = `${basename(path)}.building-`;
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(leftover) && /^\d+$/.test(name.slice(leftover.length))) {
      await rm(join(dirname(path), name), { recursive: true, force: true });
    }
  }
}

function asProblem(error: unknown, path: string): Problem {
  const problem = fileErrorToProblem(error, path);
  if (problem === undefined) throw error;
  return problem;
}

function notOurs(directory: string): Problem {
  return problemAt(
    { file: directory, line: 1, column: 1 },
    'output-not-ours',
    'The site cannot be written here: this folder holds something that Minutebook did not build, and the build would delete it.',
    'Choose an empty or a new folder with `--output`, or move what is in this one elsewhere.',
  );
}

function inUse(directory: string, path: string): Problem {
  return problemAt(
    { file: directory, line: 1, column: 1 },
    'output-in-use',
    'Another build is writing to this folder.',
    `Wait until it has ended, then build again. If none is running, delete the file \`${basename(path)}.lock\` beside the folder.`,
  );
}
