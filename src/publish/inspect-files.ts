import { inspectFile, type InspectedFile } from '../audit/inspect-file.ts';
import { sharePrints } from '../audit/shared-prints.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';
import { countProgress, type TellProgress } from '../model/progress.ts';
import { bytesOfLook, type FileLook } from '../cache/file-look.ts';
import type { CarriedFile } from './carry-in-thread.ts';
import { answerAll } from '../threads/answer-all.ts';
import { useSmallNurseries } from '../threads/small-nurseries.ts';
import { usualThreads } from '../threads/start-threads.ts';
import type { InspectSettings } from './inspect-in-thread.ts';
import type { Inspector } from './open-inspector.ts';

interface InspectOptions {
  readonly directory: string;
  readonly files: readonly string[];
  readonly prints: WithheldPrints;
  /** That the prints were made with. */
  readonly key: Uint8Array;
  /** Files whose bytes were known when they were put here. */
  readonly carried?: ReadonlyMap<string, CarriedFile>;
  /** How the files look now. */
  readonly looks?: ReadonlyMap<string, FileLook>;
  /** What an earlier build has found in the same bytes, by their SHA-256. */
  readonly found?: ReadonlyMap<string, FoundInBytes>;
  readonly tell?: TellProgress | undefined;
  /** How many threads look through them where they are many; as many as there usually are, unless told. */
  readonly threads?: number;
  /** Looks through them where they are few; in this thread, unless told. */
  readonly inspector?: Inspector | undefined;
  /** In so many tasks at most, for whoever has no time to hand them out. */
  readonly mostTasks?: number;
  /** When it settles no more files are begun, and the answer is without them; only where there are threads. */
  readonly until?: Promise<unknown>;
}

/** What was found in some bytes, and what of them could not be read. */
export type FoundInBytes = Pick<InspectedFile, 'hits' | 'unreadable'>;

/** From so many files on, threads take less time than they need to start; of fewer, where much is looked for in each. */
const filesForThreads = { few: 100, many: 500 };
/** Fingerprints of some thousand withheld papers. */
const muchWithheld = 100_000;

/** Whether so much is withheld that it takes long to look through a file. */
export function isMuch({ table }: WithheldPrints): boolean {
  return table.size >= muchWithheld;
}

/** Few enough that no thread is left with much to do alone. */
const filesOfTask = (files: number): number => Math.min(25, Math.ceil(files / 50));

/**
 * Inspects files of the output, in threads where they are many. Every one is read, but for those that were carried over, if their bytes are
 * known to have been searched for the same before, and their looks tell that nobody has written to them since.
 */
export async function inspectFiles({
  found = new Map(),
  carried = new Map(),
  looks = new Map(),
  tell,
  ...options
}: InspectOptions): Promise<InspectedFile[]> {
  const untouched = new Map(
    options.files.flatMap((file) => {
      const each = carried.get(file);
      if (each === undefined || !found.has(each.sha256)) return [];
      return each.look !== undefined && looks.get(file) === each.look ? [[file, each] as const] : [];
    }),
  );
  const others = await inspectAll(
    {
      ...options,
      files: longestFirst(
        options.files.filter((file) => !untouched.has(file)),
        looks,
      ),
    },
    new Set(found.keys()),
    countProgress(tell, 'auditing', options.files.length, untouched.size),
  );
  return [
    ...[...untouched.values()].map(({ file, sha256, bytes }) => ({
      ...{ file, sha256, bytes },
      ...found.get(sha256)!,
    })),
    ...others.map(({ isKnown, ...each }) =>
      isKnown === true ? { ...each, ...found.get(each.sha256)! } : each,
    ),
  ];
}

/** So that no thread has a long one left when the others are done. */
function longestFirst(files: readonly string[], looks: ReadonlyMap<string, FileLook>): readonly string[] {
  const bytes = new Map(
    files.map((file) => {
      const look = looks.get(file);
      return [file, look === undefined ? 0 : bytesOfLook(look)];
    }),
  );
  return files.toSorted((first, second) => bytes.get(second)! - bytes.get(first)!);
}

async function inspectAll(
  options: Omit<InspectOptions, 'found' | 'tell' | 'carried' | 'looks'>,
  known: ReadonlySet<string>,
  count: (more?: number) => void,
): Promise<InspectedFile[]> {
  const { directory, files, prints, key, inspector, threads = usualThreads, until } = options;
  const { mostTasks = files.length } = options;
  const onAnswer = (answer: readonly InspectedFile[]): void => count(answer.length);
  const tasks = dealOut(files, Math.min(mostTasks, Math.ceil(files.length / filesOfTask(files.length))));
  if (inspector !== undefined && files.length < filesForThreads.many) {
    const answers = tasks.map(async (task) => {
      const answer = await inspector.inspect(task);
      onAnswer(answer);
      return answer;
    });
    return (await Promise.all(answers)).flat();
  }
  if (files.length < filesForThreads[isMuch(prints) ? 'few' : 'many']) {
    const inspected: InspectedFile[] = [];
    for (const file of files) {
      inspected.push(await inspectFile(directory, file, prints, known));
      count();
    }
    return inspected;
  }
  useSmallNurseries();
  const settings: InspectSettings = { directory, key, prints: sharePrints(prints), known };
  const answers = await answerAll<readonly string[], readonly InspectedFile[]>(
    new URL('inspect-in-thread.ts', import.meta.url),
    settings,
    tasks,
    { onAnswer, count: threads, ...(until === undefined ? {} : { until }) },
  );
  return answers.flat();
}

/** Deals files into so many tasks in their order: the first have the first of them. */
function dealOut(files: readonly string[], tasks: number): readonly (readonly string[])[] {
  const dealt: string[][] = Array.from({ length: tasks }, () => []);
  for (const [number, file] of files.entries()) dealt[number % tasks]!.push(file);
  return dealt;
}
