import { inspectFile, type InspectedFile } from '../audit/inspect-file.ts';
import { rowsOfPrints } from '../audit/print-rows.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';
import { countProgress, type TellProgress } from '../model/progress.ts';
import { startThreads } from '../threads/start-threads.ts';
import type { InspectSettings } from './inspect-in-thread.ts';

interface InspectOptions {
  readonly directory: string;
  readonly files: readonly string[];
  readonly prints: WithheldPrints;
  /** That the prints were made with. */
  readonly key: Uint8Array;
  /** What an earlier build has found in the same bytes, by their SHA-256. */
  readonly found?: ReadonlyMap<string, FoundInBytes>;
  readonly tell?: TellProgress | undefined;
}

/** What was found in some bytes, and what of them could not be read. */
export type FoundInBytes = Pick<InspectedFile, 'hits' | 'unreadable'>;

/** From so many files on, threads take less time than they need to start. */
const filesForThreads = 500;
/** Few enough that no thread is left with much to do alone. */
const filesOfTask = 50;

/** Inspects files of the output, in threads where they are many. Every one is read, whatever is known of it. */
export async function inspectFiles({
  found = new Map(),
  ...options
}: InspectOptions): Promise<InspectedFile[]> {
  const inspected = await inspectAll(options, new Set(found.keys()));
  return inspected.map(({ isKnown, ...each }) =>
    isKnown === true ? { ...each, ...found.get(each.sha256)! } : each,
  );
}

async function inspectAll(
  { directory, files, prints, key, tell }: Omit<InspectOptions, 'found'>,
  known: ReadonlySet<string>,
): Promise<InspectedFile[]> {
  const count = countProgress(tell, 'auditing', files.length);
  if (files.length < filesForThreads) {
    const inspected: InspectedFile[] = [];
    for (const file of files) {
      inspected.push(await inspectFile(directory, file, prints, known));
      count();
    }
    return inspected;
  }
  const settings: InspectSettings = { directory, key, prints: rowsOfPrints(prints), known };
  const threads = startThreads<readonly string[], readonly InspectedFile[]>(
    new URL('inspect-in-thread.ts', import.meta.url),
    settings,
  );
  try {
    const tasks = Array.from({ length: Math.ceil(files.length / filesOfTask) }, async (_, task) => {
      const answer = await threads.ask(files.slice(task * filesOfTask, (task + 1) * filesOfTask));
      count(answer.length);
      return answer;
    });
    return (await Promise.all(tasks)).flat();
  } finally {
    await threads.close();
  }
}
