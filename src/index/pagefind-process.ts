import diagnostics from 'node:diagnostics_channel';
import type { ChildProcess } from 'node:child_process';
import * as pagefind from 'pagefind';

/** An index that Pagefind has been asked to begin. */
interface BegunIndex {
  readonly creation: ReturnType<typeof pagefind.createIndex>;
  /** Broken when the process ends that has the index. */
  readonly ended: Promise<never>;
}

/** How long a process waits for the next index, in milliseconds. */
const patience = 5000;

/** The one process that Pagefind has for all callers of a thread. */
let current: ChildProcess | undefined;
let waiting: NodeJS.Timeout | undefined;
/** Tells of the end of the process to whoever has the last index. */
let tellOfEnd: (error: Error) => void = () => undefined;

/**
 * Has Pagefind begin an index, in the process that it has had for the last one if that is still there. To start one means to copy what this
 * process knows of its memory: a thirtieth of a second for one with a gigabyte, in which both are seen to have it.
 */
export function beginIndex(config: pagefind.PagefindServiceConfig): BegunIndex {
  clearTimeout(waiting);
  // One for each index: a promise that is never settled holds whatever has been raced against it.
  const ended = new Promise<never>((_resolve, reject) => {
    tellOfEnd = reject;
  });
  ended.catch(() => undefined);
  if (current !== undefined) return { creation: pagefind.createIndex(config), ended };
  const { started: creation, processes } = watchStart(() => pagefind.createIndex(config));
  for (const child of processes) {
    child.once('exit', (code, signal) => {
      if (child !== current) return;
      tellOfEnd(new Error(`Pagefind ended by itself (${signal ?? `status ${code}`}).`));
      void endProcess();
    });
    current = child;
  }
  return { creation, ended };
}

/** Ends the process, with every index that it has. */
export async function endProcess(): Promise<void> {
  clearTimeout(waiting);
  current = undefined;
  await pagefind.close();
}

/** Ends the process unless another index is begun within some seconds. Node need not wait for that: it ends with this one, or with its thread. */
export function endProcessSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void endProcess(), patience);
  waiting.unref();
}

/** Starts something that starts processes, and gives these as well: Pagefind does not tell of its own, and does not look whether it ends. */
function watchStart<Started>(start: () => Started): { started: Started; processes: readonly ChildProcess[] } {
  const processes: ChildProcess[] = [];
  const remember = (message: unknown): void =>
    void processes.push((message as { process: ChildProcess }).process);
  diagnostics.subscribe('child_process', remember);
  try {
    return { started: start(), processes };
  } finally {
    diagnostics.unsubscribe('child_process', remember);
  }
}
