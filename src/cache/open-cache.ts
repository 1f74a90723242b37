import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { linkOrCopy } from './file-store.ts';

/** A folder that keeps what builds have made, for those that come after. Whatever is not right in it is as if it were not there. */
export interface Cache {
  /** The value that was kept under a name; undefined where there is none, or it is damaged. */
  readonly read: (name: string) => Buffer | undefined;
  /** The same without a look whether it is damaged, for whoever can tell by the value itself. */
  readonly readUnchecked: (name: string) => Buffer | undefined;
  /** Some bytes of a value, without a look at the others: nobody says whether they are as they were kept. */
  readonly readRange: (name: string, start: number, length: number) => Buffer | undefined;
  /** Keeps a value, its pieces one after another, under a name: words and slashes. */
  readonly write: (name: string, ...pieces: readonly Uint8Array[]) => void;
  /** Deletes every value whose name is not among these, and says how many those were. */
  readonly keepOnly: (names: ReadonlySet<string>) => number;
  /** The last steps of the names below a folder of them, right or not. */
  readonly list: (folder: string) => readonly string[];
  /** Whether there is a value of that name, right or not. */
  readonly has: (name: string) => boolean;
  /** Takes over a value of another cache as it stands there. */
  readonly adopt: (name: string, other: Cache) => void;
  /** Where a value stands. */
  readonly pathOf: (name: string) => string;
  /** What was left aside and why, in whole sentences. */
  readonly notes: () => readonly string[];
  readonly directory: string;
}

/** Tells a cache of ours from anything else; in it stands the version of what is kept. */
const versionFile = 'minutebook-cache.json';
/** Below the folder. */
const valuesFolder = 'values';

/**
 * Opens a cache, and makes it if there is none. One of another version is emptied, since nobody can say what its values
 * mean. Undefined, with the reason, where the folder holds something else: that is never touched. `version` changes with
 * everything that the values depend on beside what stands in their names.
 */
export function openCache(
  directory: string,
  version: string,
): { readonly cache: Cache } | { readonly refusal: string } {
  const notes: string[] = [];
  const standing = readVersion(directory);
  if (standing === 'foreign')
    return {
      refusal: `The folder ${directory} is no cache of Minutebook, so nothing is kept in it or taken from it. Choose another with --cache.`,
    };
  if (standing !== 'none' && standing.version !== version) {
    rmSync(join(directory, valuesFolder), { recursive: true, force: true });
    notes.push('What earlier builds have kept is of another version of Minutebook, and is left aside.');
  }
  mkdirSync(join(directory, valuesFolder), { recursive: true });
  writeFileSync(join(directory, versionFile), `${JSON.stringify({ format: 'minutebook-cache', version })}\n`);
  return { cache: createCache(directory, notes) };
}

/** Opens a cache that was made elsewhere, to read in it: nothing of it is changed. What is not usable is told, and left as it is. */
export function openOtherCache(
  directory: string,
  version: string,
): { readonly cache: Cache } | { readonly refusal: string } {
  const standing = readVersion(directory);
  if (standing === 'none')
    return { refusal: `There is nothing in the folder ${directory}, or no such folder: it is left aside.` };
  if (standing === 'foreign')
    return { refusal: `The folder ${directory} is no cache of Minutebook, and is left aside.` };
  if (standing.version !== version)
    return {
      refusal: `The folder ${directory} was made by another version of Minutebook, and is left aside.`,
    };
  return { cache: createCache(directory, []) };
}

function readVersion(directory: string): { readonly version: string } | 'none' | 'foreign' {
  let names: readonly string[];
  try {
    names = readdirSync(directory);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'none' : 'foreign';
  }
  if (names.length === 0) return 'none';
  if (!names.includes(versionFile)) return 'foreign';
  try {
    const read = JSON.parse(readFileSync(join(directory, versionFile), 'utf8')) as {
      readonly format?: unknown;
      readonly version?: unknown;
    };
    return read.format === 'minutebook-cache' ? { version: String(read.version) } : 'foreign';
  } catch {
    // Ours, and damaged: of no version.
    return { version: '' };
  }
}

function createCache(directory: string, notes: string[]): Cache {
  const values = join(directory, valuesFolder);
  const pathOf = (name: string): string => join(values, ...name.split('/'));
  return {
    directory,
    readUnchecked: (name) => readUncheckedValue(pathOf(name)),
    read: (name) => {
      const bytes = readIfThere(pathOf(name));
      if (bytes === undefined) return undefined;
      const value = bytes.subarray(digestBytes);
      if (bytes.length >= digestBytes && digestOf(value).equals(bytes.subarray(0, digestBytes))) return value;
      notes.push(`A value that an earlier build has kept is damaged (${name}): it is made again.`);
      return undefined;
    },
    readRange: (name, start, length) => readRange(pathOf(name), digestBytes + start, length),
    write: (name, ...pieces) => {
      const path = pathOf(name);
      mkdirSync(dirname(path), { recursive: true });
      // A build that is killed, or one beside it, must never find half a value.
      const draft = `${path}.${randomUUID()}.new`;
      writePieces(draft, [digestOf(...pieces), ...pieces]);
      renameSync(draft, path);
    },
    keepOnly: (names) => {
      let deleted = 0;
      for (const entry of readdirSync(values, { recursive: true, withFileTypes: true })) {
        if (entry.isDirectory()) continue;
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(values.length + 1).replaceAll('\\', '/');
        if (names.has(name)) continue;
        rmSync(path, { force: true });
        deleted += 1;
      }
      return deleted;
    },
    list: (folder) => {
      try {
        return readdirSync(pathOf(folder));
      } catch {
        // Nothing of the kind was ever kept.
        return [];
      }
    },
    has: (name) => existsSync(pathOf(name)),
    adopt: (name, other) => {
      const path = pathOf(name);
      rmSync(path, { force: true });
      linkOrCopy(other.pathOf(name), path);
    },
    pathOf,
    notes: () => notes,
  };
}

/** A value by its path, as `readUnchecked` gives it: for a thread that has not opened the cache. */
export function readUncheckedValue(path: string): Buffer | undefined {
  return readIfThere(path)?.subarray(digestBytes);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function readRange(path: string, start: number, length: number): Buffer | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(length);
      return readSync(file, bytes, 0, length, start) === length ? bytes : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** SHA-256 before each value: a value that a disk or a copy has damaged is found out. */
const digestBytes = 32;

function digestOf(...pieces: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

/** Not joined first: it would be a copy of each value. */
function writePieces(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}
