import { problemAt, type Problem } from '../model/problem.ts';

/** A part of a site is made to be kept: where it cannot be, making it is in vain. */
export function cacheNotOurs({ cache = '' }: { readonly cache?: string | undefined }): Problem {
  return problemAt(
    { file: cache, line: 1, column: 1 },
    'cache-not-ours',
    'The part cannot be kept here: this folder holds something that Minutebook did not make.',
    'Choose an empty or a new folder with `--cache`.',
  );
}
