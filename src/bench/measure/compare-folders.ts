import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './measure-folder.ts';

/** Files that only one of two folders has, or that differ by a byte. None, and the folders are the same. */
export function compareFolders(first: string, second: string): string[] {
  const [inFirst, inSecond] = [new Set(listFiles(first)), new Set(listFiles(second))];
  const onlyOne = [
    ...[...inFirst].filter((file) => !inSecond.has(file)),
    ...[...inSecond].filter((file) => !inFirst.has(file)),
  ];
  const differing = [...inFirst].filter(
    (file) => inSecond.has(file) && !readFileSync(join(first, file)).equals(readFileSync(join(second, file))),
  );
  return [...onlyOne, ...differing].sort();
}
