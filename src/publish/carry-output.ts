import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { startThreads, type Threads } from '../threads/start-threads.ts';
import type { BuildMemory } from './build-memory.ts';
import {
  createAnswerer,
  type CarriedFile,
  type CarryAnswer,
  type CarrySettings,
  type CarryTask,
} from './carry-in-thread.ts';
import { bytesOfLook } from '../cache/file-look.ts';
import { formatLastFiles, type LastFile } from './last-output.ts';

/** The files of an output that is being made: those that the last one has had, as far as they are the same, and new ones. */
export interface OutputFiles {
  /** Says that a file with this SHA-256 belongs here; false where it does not stand already, and is to be made. */
  readonly take: (file: string, sha256: string) => boolean;
  /** Writes a file, unless these bytes stand there already. Throws where another file of this output has its name. */
  readonly write: (file: string, content: Uint8Array | string) => void;
  /** Deletes a file that was carried over, taken or not, or put there by another; whoever needs it makes it. */
  readonly remove: (file: string) => void;
  /** Deletes what was carried over and has not been taken, of the files that `isMeant`. Nothing may be written over it: it would be written into what is kept. */
  readonly dropOthers: (isMeant: (file: string) => boolean) => void;
  /** Whether a file was carried over and stands there still, taken or not: one that has not been taken may be deleted at any time. */
  readonly isCarried: (file: string) => boolean;
  /** What has been carried over and taken. */
  readonly taken: ReadonlyMap<string, CarriedFile>;
}

/** From so many files on, a thread takes less time than it needs to start. */
const filesForThread = 500;
const filesOfTask = 200;
/** One processor has the pages to think about. */
const threadCount = Math.max(1, Math.min(availableParallelism() - 1, 3));

/** Files that are being put into an output. */
export interface Carrying {
  /** Waits until all stand there that could be put there. */
  readonly settle: () => Promise<OutputFiles>;
  readonly stop: () => Promise<void>;
}

/**
 * Begins to put the files of the last output into a new one, in threads, while the pages are planned. What is then not wanted, or
 * has changed, is deleted again: after a correction that is next to nothing. What stands in the new one may stay where it looks as it did.
 */
export function carryOutput(
  memory: Pick<BuildMemory, 'directory' | 'lastFiles'> | undefined,
  outputDirectory: string,
): Carrying {
  if (memory === undefined) return settled(createOutputFiles(outputDirectory));
  const files = memory.lastFiles();
  const settings: CarrySettings = { cacheDirectory: memory.directory, outputDirectory };
  const isSmall = files.length < filesForThread;
  const threads = isSmall
    ? askHere(createAnswerer(settings))
    : startThreads<CarryTask, CarryAnswer>(
        new URL('carry-in-thread.ts', import.meta.url),
        settings,
        threadCount,
      );
  const carried = carry(files, threads.ask);
  // Awaited later, or never where the plan is refused.
  carried.catch(() => undefined);
  return {
    settle: async () => {
      try {
        return createOutputFiles(outputDirectory, await carried);
      } finally {
        await threads.close();
      }
    },
    stop: () => threads.close(),
  };
}

/** What a thread does for many files, done at once for a few. */
function askHere(
  answer: (task: CarryTask) => CarryAnswer,
): Pick<Threads<CarryTask, CarryAnswer>, 'ask' | 'close'> {
  return { ask: (task) => Promise.resolve(answer(task)), close: () => Promise.resolve() };
}

async function carry(
  files: readonly LastFile[],
  ask: (task: CarryTask) => Promise<CarryAnswer>,
): Promise<readonly CarriedFile[]> {
  const { carried, toRead } = await ask({ kind: 'link', list: formatLastFiles(files) });
  const toReadFiles = toRead.map((place) => files[place]!);
  const tasks = Array.from({ length: Math.ceil(toReadFiles.length / filesOfTask) }, (_, task) =>
    ask({ kind: 'read', files: toReadFiles.slice(task * filesOfTask, (task + 1) * filesOfTask) }),
  );
  const read = (await Promise.all(tasks)).flatMap((answer) => answer.carried);
  const others = new Set([...carried, ...toReadFiles].map(({ file }) => file));
  const standing = files.flatMap(({ file, sha256, look }) =>
    look === undefined || others.has(file) ? [] : [{ file, sha256, look, bytes: bytesOfLook(look) }],
  );
  return [...standing, ...carried, ...read];
}

function settled(files: OutputFiles): Carrying {
  return { settle: () => Promise.resolve(files), stop: () => Promise.resolve() };
}

/** The files of an output of which nothing is carried over. */
export function createOutputFiles(
  outputDirectory: string,
  carried: readonly CarriedFile[] = [],
): OutputFiles {
  const waiting = new Map(carried.map((each) => [each.file, each]));
  const taken = new Map<string, CarriedFile>();
  const folders = new Set<string>();
  const take = (file: string, sha256: string): boolean => {
    const found = waiting.get(file);
    if (found?.sha256 !== sha256) return false;
    waiting.delete(file);
    taken.set(file, found);
    return true;
  };
  const remove = (file: string): void => {
    waiting.delete(file);
    taken.delete(file);
    rmSync(join(outputDirectory, file), { force: true });
  };
  return {
    take,
    taken,
    isCarried: (file) => waiting.has(file) || taken.has(file),
    remove,
    write: (file, content) => {
      if (waiting.has(file)) {
        if (take(file, createHash('sha256').update(content).digest('hex'))) return;
        remove(file);
      }
      const path = join(outputDirectory, file);
      const folder = dirname(path);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      // Never over a file that stands: two of one name would be two pages that one of them hides.
      writeFileSync(path, content, { flag: 'wx' });
    },
    dropOthers: (isMeant) => {
      for (const file of [...waiting.keys()]) if (isMeant(file)) remove(file);
    },
  };
}
