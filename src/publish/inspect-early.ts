import { dirname } from 'node:path';
import type { InspectedFile } from '../audit/inspect-file.ts';
import { walkOutput } from '../audit/walk-output.ts';
import { looksOf, type FileLook } from '../cache/file-look.ts';
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
/** In milliseconds: how long it is waited for more files where there are few. */
const pause = 1000;

/**
 * Looks through pages that are written while the rest is being written, until that is done or has failed; where they are many, through all
 * else as well that is written by then, such as what the index already has. Whatever is written to them later shows in their looks, and they
 * are read again.
 */
export async function inspectEarly(
  site: PreparedSite,
  pages: readonly { readonly file: string }[],
  until: Promise<unknown>,
  least = manyPages,
): Promise<InspectedEarly> {
  const areMany = pages.length >= least;
  if (pages.length === 0 || (areMany ? threads === 0 : site.inspector === undefined)) return nothing;
  return areMany
    ? await inspectWhatComes(site, until)
    : await inspect(
        site,
        pages.map(({ file }) => file),
        { inspector: site.inspector, mostTasks: usualThreads },
      );
}

const nothing: InspectedEarly = { read: new Map(), found: new Map() };

/** Looks through all that stands in the output and was not carried over, then through all that has come meanwhile, and so on. */
async function inspectWhatComes(site: PreparedSite, until: Promise<unknown>): Promise<InspectedEarly> {
  const begun = new Set<string>();
  const read = new Map<string, CarriedFile>();
  const found = new Map<string, FoundInBytes>();
  let isOver = false;
  const end = (): void => void (isOver = true);
  const over = until.then(end, end);
  let least = 1;
  do {
    const files = walkOutput(site.outputDirectory).flatMap(({ file, kind }) =>
      kind === 'file' && !begun.has(file) && !site.files.isCarried(file) ? [file] : [],
    );
    if (files.length < least) await Promise.race([over, afterPause()]);
    else {
      for (const file of files) begun.add(file);
      const pass = await inspect(site, files, { threads, until });
      for (const [file, each] of pass.read) read.set(file, each);
      for (const [sha256, each] of pass.found) found.set(sha256, each);
    }
    least = manyPages;
  } while (!isOver);
  return { read, found };
}

function afterPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pause).unref());
}

async function inspect(
  { outputDirectory: directory, withheld: { prints, key }, hits }: PreparedSite,
  files: readonly string[],
  how: Pick<Parameters<typeof inspectFiles>[0], 'threads' | 'until' | 'inspector' | 'mostTasks'>,
): Promise<InspectedEarly> {
  const looks = looksOf(directory, files, dirname(directory));
  const inspected = await inspectFiles({
    ...{ directory, files, prints, key, looks },
    ...how,
    found: hits.remembered?.files ?? new Map(),
  });
  return { read: readOf(inspected, looks), found: foundIn(inspected) };
}

function readOf(
  inspected: readonly InspectedFile[],
  looks: ReadonlyMap<string, FileLook>,
): ReadonlyMap<string, CarriedFile> {
  return new Map(
    inspected.flatMap(({ file, sha256, bytes }) => {
      const look = looks.get(file);
      return look === undefined ? [] : [[file, { file, sha256, bytes, look }]];
    }),
  );
}

function foundIn(inspected: readonly InspectedFile[]): ReadonlyMap<string, FoundInBytes> {
  return new Map(inspected.map(({ sha256, hits, unreadable }) => [sha256, { hits, unreadable }]));
}
