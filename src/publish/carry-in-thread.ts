import { bytesOfLook, type FileLook } from '../cache/file-look.ts';
import { linkFile, takeFile } from '../cache/file-store.ts';
import { keepInTree } from '../cache/keep-in-tree.ts';
import { parseLastFiles, type LastFile } from './last-output.ts';

/** What threads that carry files over have in common. */
export interface CarrySettings {
  /** Where the files of the last output are kept. */
  readonly cacheDirectory: string;
  readonly outputDirectory: string;
}

/** A file that stands in the new output, and how it looked when its bytes were known. */
export interface CarriedFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Absent where its bytes have not been read since they were put there. */
  readonly look?: FileLook;
}

/** To link all files of the list that look as they did, or to read these others and link them. */
export type CarryTask =
  | { readonly kind: 'link'; readonly list: string }
  | { readonly kind: 'read'; readonly files: readonly LastFile[] };

/** What became of a task. */
export interface CarryAnswer {
  readonly carried: readonly CarriedFile[];
  /** Of all that were to be linked, those that are to be read first, by their place in the list; those that are in neither were there already. */
  readonly toRead: readonly number[];
}

/** Puts kept files into a new output, in a thread of its own. */
export function createAnswerer(settings: CarrySettings): (task: CarryTask) => CarryAnswer {
  return (task) =>
    task.kind === 'link'
      ? linkFiles(settings, parseLastFiles(task.list))
      : { carried: readFiles(settings, task.files), toRead: [] };
}

function linkFiles(
  { cacheDirectory, outputDirectory }: CarrySettings,
  files: readonly LastFile[],
): CarryAnswer {
  const standing = keepInTree(
    outputDirectory,
    new Map(files.flatMap(({ file, look }) => (look === undefined ? [] : [[file, look] as const]))),
  );
  const carried: CarriedFile[] = [];
  const toRead: number[] = [];
  for (const [place, { file, sha256, look }] of files.entries()) {
    if (standing.has(file)) continue;
    const path = `${outputDirectory}/${file}`;
    const linked = look === undefined ? undefined : linkFile(cacheDirectory, sha256, path, look);
    if (linked === undefined) toRead.push(place);
    else carried.push({ file, sha256, bytes: bytesOfLook(linked), look: linked });
  }
  return { carried, toRead };
}

function readFiles(
  { cacheDirectory, outputDirectory }: CarrySettings,
  files: readonly LastFile[],
): readonly CarriedFile[] {
  return files.flatMap(({ file, sha256 }) => {
    const taken = takeFile(cacheDirectory, sha256, `${outputDirectory}/${file}`);
    return taken === undefined ? [] : [{ file, sha256, ...taken }];
  });
}
