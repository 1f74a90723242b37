import { problemAt, type Problem } from '../model/problem.ts';

/**
 * An error of the file system as a problem in plain words, at the path that was being written. Undefined
 * for any other error, which is a fault of the program and not of the disk.
 */
export function fileErrorToProblem(error: unknown, path: string): Problem | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [what, instead] = words[code] ?? [];
  if (what === undefined || instead === undefined) return undefined;
  return problemAt(
    { file: path, line: 1, column: 1 },
    'output-not-written',
    `The site could not be written: ${what}`,
    instead,
  );
}

const full = [
  'the disk is full.',
  'Make room on the disk, then build again. What was published before is as it was.',
] as const;
const refused = [
  'this computer does not allow writing here.',
  'Build into a folder that you may write to (`--output`), or ask whoever looks after the computer.',
] as const;
const busy = [
  'another program has a file or folder of it open.',
  'Close the programs that show the folder (Explorer, a preview, a copying program such as OneDrive), then build again.',
] as const;

const blocked = [
  'a file stands where a folder is needed.',
  'Move that file away, or build into another folder (`--output`).',
] as const;

const words: { readonly [code: string]: readonly [string, string] } = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: refused,
  EPERM: refused,
  EROFS: refused,
  EBUSY: busy,
  ENOTEMPTY: busy,
  ENOTDIR: blocked,
  EEXIST: blocked,
  EMFILE: ['too many files are open at once.', 'Close other programs, then build again.'],
  ENAMETOOLONG: [
    'a path is longer than this computer allows.',
    'Build into a folder nearer to the root of the disk (`--output`).',
  ],
};
