import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** One process as Linux tells of it. */
export interface ProcessEntry {
  readonly id: number;
  readonly parent: number;
  /** The process that opened its session, which it keeps when its parent ends. */
  readonly session: number;
  /** Memory that it holds at the moment, in pages. */
  readonly pages: number;
}

/** Reads a line of `/proc/<id>/stat`. The name in it, in brackets, may hold spaces and brackets. */
export function parseProcessEntry(line: string): ProcessEntry | undefined {
  const end = line.lastIndexOf(')');
  const fields = line.slice(end + 2).split(' ');
  // From the state on, which is the third: parent is the 4th, session the 6th, resident set the 24th.
  const [id, parent, session, pages] = [parseInt(line, 10), fields[1], fields[3], fields[21]].map(Number);
  const entry = { id: id!, parent: parent!, session: session!, pages: pages! };
  return end > 0 && Object.values(entry).every(Number.isInteger) ? entry : undefined;
}

/** The processes that `root` started, and those that they started, with itself; also those whose parent has ended. */
export function findProcessTree(
  entries: readonly ProcessEntry[],
  root: number,
): ReadonlyMap<number, ProcessEntry> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const descends = (entry: ProcessEntry | undefined): boolean =>
    entry !== undefined &&
    (entry.id === root || entry.session === root || (entry.parent > 1 && descends(byId.get(entry.parent))));
  return new Map([...byId].filter(([, entry]) => descends(entry)));
}

/**
 * Memory in bytes that a process and all that it started hold together at the moment: the sum of their resident sets, in which a page
 * that two share counts twice. Undefined where the system has no `/proc`, which is everywhere but on Linux.
 */
export function readTreeMemory(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const entries = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readEntry(name) : []));
  const pages = [...findProcessTree(entries, root).values()].reduce((sum, entry) => sum + entry.pages, 0);
  return pages * pageSize();
}

function readEntry(id: string): ProcessEntry[] {
  try {
    return [parseProcessEntry(readFileSync(`/proc/${id}/stat`, 'latin1'))].filter(
      (entry) => entry !== undefined,
    );
  } catch {
    // It has ended since the folder was listed.
    return [];
  }
}

let knownPageSize: number | undefined;

function pageSize(): number {
  knownPageSize ??= Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }));
  return knownPageSize;
}
