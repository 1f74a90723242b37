import type { KeptIndex, KeptShard } from './kept-index.ts';

/** Puts a shard of the last output with all of its files into this one; false, and none of them stands, where one is not to be had. */
export function takeShard({ files }: KeptShard, kept: KeptIndex): boolean {
  if (files.every(([file, sha256]) => kept.takeFile(file, sha256))) return true;
  // It is made again, and would not be written over what stands.
  for (const [file] of files) kept.removeFile(file);
  return false;
}
