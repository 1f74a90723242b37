import { takeFile } from '../cache/file-store.ts';

/** What threads that carry files over have in common. */
export interface CarrySettings {
  /** Where the files of the last output are kept. */
  readonly cacheDirectory: string;
  readonly outputDirectory: string;
}

/** A file of the last output: its path from the output's root, and the SHA-256 of its bytes, hexadecimal. */
export type FileToCarry = readonly [file: string, sha256: string];

/** A file that stands in the new output, and how it looked when its bytes had been read. */
export interface CarriedFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** As `lookOf` gives it; absent where its bytes have not been read since they were put there. */
  readonly look?: string;
}

/** Puts kept files into a new output, in a thread of its own; answers with those that could be. */
export function createAnswerer({
  cacheDirectory,
  outputDirectory,
}: CarrySettings): (files: readonly FileToCarry[]) => readonly CarriedFile[] {
  return (files) =>
    files.flatMap(([file, sha256]) => {
      const taken = takeFile(cacheDirectory, sha256, `${outputDirectory}/${file}`);
      return taken === undefined ? [] : [{ file, sha256, ...taken }];
    });
}
