import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSpareOutput, type LinkToo, type SpareOutput } from '../cache/spare-output.ts';
import { keepOnlyFiles, takeFile } from '../cache/file-store.ts';
import { openCache } from '../cache/open-cache.ts';
import { keepFiles, type FileToKeep } from './keep-files.ts';
import { formatLastFiles, parseLastFiles, type LastFile } from './last-output.ts';
import { openJoinedParts } from './joined-parts.ts';
import { readKey } from '../cache/read-key.ts';
import { openSealedValues, type SealedValues } from '../cache/sealed-values.ts';

/**
 * What earlier builds have made, for this one to take over. Everything in it is found by a digest of all that it was made from,
 * so that it can be old but never wrong, and is sealed but for the public files of the last output.
 */
export interface BuildMemory extends SealedValues {
  /** The secret of fingerprints and planted words: the same from build to build, or nothing could be taken over. */
  readonly key: Uint8Array;
  readonly directory: string;
  /** The files of the last output. */
  readonly lastFiles: () => readonly LastFile[];
  /** The output before that, for the next one to begin with. */
  readonly spare: SpareOutput;
  /** Puts a file of the last output into a new one: false where it is not there, or damaged. */
  readonly takeFile: (sha256: string, path: string) => boolean;
  /** Keeps the files of an output that is done, and forgets all others and all values that were of no use. `linkToo` puts new ones at another place as well. */
  readonly finish: (directory: string, files: readonly FileToKeep[], linkToo?: LinkToo) => void;
  /** What was left aside and why, in whole sentences. */
  readonly notes: () => readonly string[];
}

/** Where a build keeps what it makes, and the site's secret where it has one. */
export interface MemoryOptions {
  readonly directory: string;
  readonly siteSecret: string | undefined;
  /** Folders in which parts of the site were made, to be taken over as well. */
  readonly joined?: readonly string[];
  /** Where page templates stand, if not in the project's own folder. */
  readonly templates?: string;
}

/** Opens the memory. Where the folder holds something else it is left alone, and the answer is the sentence that says so. */
export function openBuildMemory({
  directory,
  siteSecret,
  joined = [],
  templates = join(root, 'templates'),
}: MemoryOptions): BuildMemory | { readonly refusal: string } {
  const key = readKey(`${directory}.key`, siteSecret);
  const version = digestOfProgram(templates);
  const opened = openCache(directory, version);
  if ('refusal' in opened) return opened;
  const { cache } = opened;
  const parts = openJoinedParts(joined, version, key);
  const values = openSealedValues(cache, key, parts.caches);
  const folders = [directory, ...parts.caches.map((each) => each.directory)];
  const notes: string[] = [];
  let lastFiles: readonly LastFile[] | undefined;
  return {
    ...values,
    key,
    directory,
    lastFiles: () => (lastFiles ??= parseLastFiles(values.find<string>('output', 'last') ?? '')),
    spare: openSpareOutput(`${directory}.spare`),
    takeFile: (sha256, path) =>
      folders.some((folder) => {
        const onDamaged = (): number =>
          notes.push(`A page that was kept in ${folder} is damaged: it is made again.`);
        return takeFile(folder, sha256, path, onDamaged) !== undefined;
      }),
    finish: (output, files, linkToo) => {
      const kept = keepFiles(directory, output, files, linkToo);
      keepOnlyFiles(directory, new Set(files.map(({ sha256 }) => sha256)));
      values.keep('output', 'last', formatLastFiles(kept));
      values.forgetOthers();
    },
    notes: () => [...parts.notes(), ...cache.notes(), ...notes],
  };
}

/** Digest of plain values, hexadecimal. */
export function digestOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Of all that decides what is made of papers and settings: another program, template or library is another version of everything. */
function digestOfProgram(templates: string): string {
  const hash = createHash('sha256').update(process.version);
  const lock = join(root, 'package-lock.json');
  hash.update(readFileSync(existsSync(lock) ? lock : join(root, 'package.json')));
  for (const folder of [join(root, 'src'), templates]) {
    for (const file of filesIn(folder)) {
      hash.update(`\0${file.slice(folder.length).replaceAll('\\', '/')}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
