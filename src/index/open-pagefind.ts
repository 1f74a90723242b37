import type * as pagefind from 'pagefind';
import { beginIndex, endProcess, endProcessSoon } from './pagefind-process.ts';

/** An answer of Pagefind: it reports what went wrong as text beside the result, and throws for little. */
interface Answer {
  readonly errors: readonly string[];
}

/** A Pagefind index being built, in a process of its own. */
export interface OpenPagefind {
  readonly index: pagefind.PagefindIndex;
  /** Waits for an answer, and throws when it holds errors, when the process ends, or when none comes in time. */
  readonly ask: <Result extends Answer>(what: string, answer: Promise<Result>) => Promise<Result>;
}

/** How long one answer may take; the longest measured, all files of 10,000 records, takes under a minute. */
const patienceInSeconds = 600;

/** So that one index after another is made, and no more than one holds memory. */
let previousUse: Promise<unknown> = Promise.resolve();

/**
 * Opens an index for as long as `use` runs, and has Pagefind forget it afterwards. When several ask at once,
 * each waits for those before it. Where one fails, Pagefind's process ends with it: the next has a new one.
 */
export function withPagefind<Result>(
  config: pagefind.PagefindServiceConfig,
  use: (open: OpenPagefind) => Promise<Result>,
  patience = patienceInSeconds,
): Promise<Result> {
  const turn = previousUse.then(() => runPagefind(config, use, patience));
  previousUse = turn.catch(() => undefined);
  return turn;
}

async function runPagefind<Result>(
  config: pagefind.PagefindServiceConfig,
  use: (open: OpenPagefind) => Promise<Result>,
  patience: number,
): Promise<Result> {
  const { ended, creation } = beginIndex(config);
  async function ask<Answered extends Answer>(what: string, answer: Promise<Answered>): Promise<Answered> {
    const result = await before(Promise.race([answer, ended]), patience, what);
    assertPagefindResponse(what, result);
    return result;
  }
  try {
    const { index } = await ask('starting the search index', creation);
    if (index === undefined) throw new Error('Pagefind gave no index and no reason.');
    const result = await use({ index, ask });
    await before(Promise.race([index.deleteIndex(), ended]), patience, 'forgetting what has been read');
    endProcessSoon();
    return result;
  } catch (error) {
    await endProcess();
    throw error;
  }
}

/** Throws what Pagefind reports, with what was being done. */
export function assertPagefindResponse(what: string, { errors }: Answer): void {
  if (errors.length > 0) {
    throw new Error(`The search index could not be made: ${what} failed.`, {
      cause: new Error(errors.join('; ')),
    });
  }
}

/** Waits, but not for ever. A timer also keeps Node running, which would otherwise end in silence with the process. */
async function before<Result>(promise: Promise<Result>, seconds: number, what: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Pagefind gave no answer for ${seconds} seconds.`)),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } catch (cause) {
    throw new Error(`The search index could not be made: ${what} failed.`, { cause });
  } finally {
    clearTimeout(timer);
  }
}
