import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** In the output. */
export const folder = 'pagefind';

/** Writes a file of the index and answers with its path from the output's root. Throws when it stands already. */
export async function writeIndexFile(
  outputDirectory: string,
  path: string,
  content: Uint8Array | string,
): Promise<string> {
  const file = `${folder}/${path}`;
  await mkdir(dirname(join(outputDirectory, file)), { recursive: true });
  // Never over a file that stands: two files of one name would be two fragments that one of them hides.
  await writeFile(join(outputDirectory, file), content, { flag: 'wx' });
  return file;
}
