import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText, problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { seal } from '../model/sealed.ts';
import type { ContentFile, ListedFile } from '../model/source.ts';
import { findPlace } from './find-place.ts';

/** The files of `content/` in their places, with every problem of the layout. */
export interface ListedContent {
  readonly files: readonly ListedFile[];
  readonly problems: readonly Problem[];
}

/*
 * Every file is read at every build, though to look at its times alone would spare a third of a second at ten thousand: these bytes decide
 * what is public, and a network folder may know of a change later than of the bytes.
 */

/**
 * Lists `content/`: with `readListedFiles` the only code that touches it. Every file must have a place in the layout; a
 * link, a stray file, a name that differs from another only by case or Unicode form is a problem, never skipped. The order
 * of what is returned is that of the paths, whatever the order of the directory.
 *
 * `onFolder` is called at each folder. It waits for the disk: ten thousand small files, each asked for by itself, take three times as long.
 */
export function listContentFiles(directory: string, onFolder: () => void = () => undefined): ListedContent {
  return listBelow(directory, [], onFolder);
}

/**
 * Lists the files of one meeting as `listContentFiles` does. Where there is no folder of that name there are none; undefined
 * where it is a link or has no place in the layout, so that all of `content/` must be listed to say what is wrong.
 */
export function listMeetingFiles(
  directory: string,
  body: string,
  meeting: string,
): ListedContent | undefined {
  const steps = [body, meeting];
  try {
    const place = findPlace(steps, kindOf(lstatSync(join(directory, ...steps))));
    return place.kind === 'folder' ? listBelow(directory, steps) : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { files: [], problems: [] };
    throw error;
  }
}

function listBelow(
  directory: string,
  top: readonly string[],
  onFolder: () => void = () => undefined,
): ListedContent {
  const files: ListedFile[] = [];
  const problems: Problem[] = [];
  const readFolder = (steps: readonly string[]): void => {
    onFolder();
    const entries = readdirSync(join(directory, ...steps), { withFileTypes: true });
    entries.sort((first, second) => compareText(first.name, second.name));
    problems.push(
      ...twins(
        steps,
        entries.map((entry) => entry.name),
      ),
    );
    for (const entry of entries) {
      const path = [...steps, entry.name];
      const place = findPlace(path, kindOf(entry));
      if (place.kind === 'refused') problems.push(place.problem);
      else if (place.kind === 'folder') readFolder(path);
      else {
        const file = shownPath(path);
        const read = readBytes(join(directory, ...path), file);
        if ('problem' in read) problems.push(read.problem);
        else
          files.push({
            ...{ file, name: entry.name, place },
            size: read.bytes.length,
            digest: digestOf(read.bytes),
          });
      }
    }
  };
  readFolder(top);
  return { files, problems };
}

/** Reads files that were listed. One that has changed since is a problem: a build is of one moment. */
export function readListedFiles(
  directory: string,
  listed: readonly ListedFile[],
): { readonly files: readonly ContentFile[]; readonly problems: readonly Problem[] } {
  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  for (const each of listed) {
    const read = readBytes(join(directory, ...each.file.split('/').slice(1)), each.file);
    if ('problem' in read) problems.push(read.problem);
    else if (digestOf(read.bytes) !== each.digest)
      problems.push(
        problemAt(
          { file: each.file, line: 1, column: 1 },
          'file-changed',
          'This file was changed while the site was being built.',
          'Build again when nobody is writing to it.',
        ),
      );
    else files.push({ ...each, bytes: seal(read.bytes) });
  }
  return { files, problems };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

function kindOf(entry: {
  isSymbolicLink: () => boolean;
  isDirectory: () => boolean;
  isFile: () => boolean;
}): 'link' | 'folder' | 'file' | 'other' {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

/** A path as officers name it, whatever folder the content was read from. */
function shownPath(path: readonly string[]): string {
  return ['content', ...path].join('/');
}

function readBytes(path: string, file: string): { bytes: Uint8Array } | { problem: Problem } {
  try {
    return { bytes: readFileSync(path) };
  } catch {
    return {
      problem: problemAt(
        { file, line: 1, column: 1 },
        'file-unreadable',
        'This file cannot be opened.',
        'See that it still exists and that the account which builds may read it.',
      ),
    };
  }
}

/** Names that are the same on a computer which does not tell case or Unicode forms apart would overwrite each other. */
function twins(steps: readonly string[], names: readonly string[]): Problem[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const folded = name.normalize('NFKC').toLowerCase();
    if (!seen.has(folded)) {
      seen.add(folded);
      return [];
    }
    return [
      problemAt(
        { file: shownPath([...steps, name]), line: 1, column: 1 },
        'file-twin',
        'Another file here has the same name but for its case or the form of its letters.',
        'Keep one of the two, or give one another name.',
      ),
    ];
  });
}
