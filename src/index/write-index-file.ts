/** In the output. */
export const folder = 'pagefind';

/** Writes a file of the output, by its path from the root. Throws when it stands already and is of this output. */
export type WriteFile = (file: string, content: Uint8Array | string) => void;

/** Whether a file of the output is of the index. */
export function isIndexFile(file: string): boolean {
  return file.startsWith(`${folder}/`);
}
