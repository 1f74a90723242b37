import { dirname } from 'node:path';
import { looksOf } from '../cache/file-look.ts';
import type { PreparedSite } from '../publish.ts';
import { usualThreads } from '../threads/start-threads.ts';
import type { CarriedFile } from './carry-in-thread.ts';
import { inspectFiles, type FoundInBytes } from './inspect-files.ts';

/** What was found in files of an output before all of it was written. It holds for those that look at the audit as they looked then. */
export interface InspectedEarly {
  /** The files, and how they looked before they were read. */
  readonly read: ReadonlyMap<string, CarriedFile>;
  /** By the SHA-256 of their bytes. */
  readonly found: ReadonlyMap<string, FoundInBytes>;
}

/** From so many on, a thread for them alone is worth it. */
export const manyPages = 500;
/** The others have the index to make, and each takes a hundred megabytes. */
const threads = usualThreads - 1;

/**
 * Looks through pages that are written while the rest is being written, until that is done or has failed. Whatever is written to them
 * later shows in their looks, and they are read again.
 */
export async function inspectEarly(
  { outputDirectory: directory, withheld: { prints, key }, hits, inspector }: PreparedSite,
  pages: readonly { readonly file: string }[],
  until: Promise<unknown>,
  least = manyPages,
): Promise<InspectedEarly> {
  const areMany = pages.length >= least;
  if (pages.length === 0 || (areMany ? threads === 0 : inspector === undefined)) return nothing;
  const files = pages.map(({ file }) => file);
  const looks = looksOf(directory, files, dirname(directory));
  const inspected = await inspectFiles({
    ...{ directory, files, prints, key, looks },
    ...(areMany ? { threads, until } : { inspector, mostTasks: usualThreads }),
    found: hits.remembered?.files ?? new Map(),
  });
  return {
    read: new Map(
      inspected.flatMap(({ file, sha256, bytes }) => {
        const look = looks.get(file);
        return look === undefined ? [] : [[file, { file, sha256, bytes, look }]];
      }),
    ),
    found: new Map(
      inspected.map(({ sha256, hits: ofFile, unreadable }) => [sha256, { hits: ofFile, unreadable }]),
    ),
  };
}

const nothing: InspectedEarly = { read: new Map(), found: new Map() };
