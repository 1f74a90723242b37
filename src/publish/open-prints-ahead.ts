import { statSync } from 'node:fs';
import type { SharedPrints } from '../audit/shared-prints.ts';
import { startThreads, usualThreads } from '../threads/start-threads.ts';
import type { KeptValue } from '../cache/sealed-values.ts';
import type { BuildMemory } from './build-memory.ts';

/** Prints that an earlier build has kept, opened before it is known whether they are those of this one. */
export interface PrintsAhead {
  /** Of what they are the prints, as in `WithheldRecord`. */
  readonly digest: string;
  readonly prints: SharedPrints;
}

/** From so many bytes on, a thread takes less time than it saves. */
const bytesForThread = 5_000_000;

/**
 * Begins to open the prints of the last build in another thread, while this one reads papers: mostly they are those of this build too, and
 * those of a county take half a second. Undefined where there are none, few, or several to choose from, and where they do not open:
 * whoever needs them then asks the memory, which says why.
 */
export async function openPrintsAhead(
  memory: Pick<BuildMemory, 'findOnly' | 'key'> | undefined,
  least = bytesForThread,
): Promise<PrintsAhead | undefined> {
  const kept = memory?.findOnly('prints');
  if (memory === undefined || kept === undefined || usualThreads === 1 || bytesOf(kept) < least)
    return undefined;
  const thread = startThreads<KeptValue, SharedPrints | undefined>(
    new URL('prints-in-thread.ts', import.meta.url),
    memory.key,
    1,
  );
  try {
    const prints = await thread.ask(kept);
    return prints && { digest: kept.digest, prints };
  } catch {
    // It has no memory left, say: the memory is asked in this thread.
    return undefined;
  } finally {
    await thread.close();
  }
}

function bytesOf({ path }: KeptValue): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
