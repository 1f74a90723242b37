import type { FileLook } from '../cache/file-look.ts';
import { startThreads } from '../threads/start-threads.ts';
import { createAnswerer, type PruneTask } from './prune-in-thread.ts';

/** From so many files on, a thread takes less time than it needs to start. */
const filesForThread = 10_000;

/**
 * Leaves in a folder only the files that look as they are given, and says how many those are; of a large one in a thread, beside whatever
 * else is to be done at the end of a build.
 */
export async function pruneFolder(
  folder: string,
  looks: ReadonlyMap<string, FileLook>,
  least = filesForThread,
): Promise<number> {
  if (looks.size < least) return createAnswerer()({ folder, looks });
  const threads = startThreads<PruneTask, number>(
    new URL('prune-in-thread.ts', import.meta.url),
    undefined,
    1,
  );
  try {
    return await threads.ask({ folder, looks });
  } finally {
    await threads.close();
  }
}
