import type { FileLook } from '../cache/file-look.ts';

/** A file of the last output. */
export interface LastFile {
  /** Its path from the output's root. */
  readonly file: string;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
  /** How it looked when these were its bytes; absent where a later change might not show in it. */
  readonly look?: FileLook;
}

const digestLength = 64;
/** Neither stands in a path of ours. */
const [endOfFile, beforePath] = ['\0', '\t'];

/** The list as one text: tens of thousands of files are written and read at every build. */
export function formatLastFiles(files: readonly LastFile[]): string {
  return files.map(({ file, sha256, look = '' }) => `${sha256}${look}${beforePath}${file}`).join(endOfFile);
}

/** Reads what `formatLastFiles` wrote. */
export function parseLastFiles(text: string): readonly LastFile[] {
  if (text === '') return [];
  return text.split(endOfFile).map((line) => {
    const end = line.indexOf(beforePath);
    const look = line.slice(digestLength, end);
    return {
      ...{ file: line.slice(end + 1), sha256: line.slice(0, digestLength) },
      ...(look === '' ? {} : { look }),
    };
  });
}
