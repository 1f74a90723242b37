import type { IndexFile } from 'pagefind';

/** Writes several files as one, so that a cache has one file for a part. */
export function packFiles(files: readonly IndexFile[]): Uint8Array {
  const list = JSON.stringify(files.map(({ path, content }) => [path, content.length]));
  const head = Buffer.from(`${list}\n`);
  return Buffer.concat([head, ...files.map(({ content }) => content)]);
}

/** Reads what `packFiles` has written. Throws when a byte is missing or too many. */
export function unpackFiles(bytes: Uint8Array): readonly IndexFile[] {
  const end = bytes.indexOf(newLine);
  const list = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString('utf8')) as [string, number][];
  let position = end + 1;
  const files = list.map(([path, length]) => {
    const content = bytes.subarray(position, position + length);
    position += length;
    return { path, content };
  });
  if (position !== bytes.length) throw new Error('A part of the search index is damaged.');
  return files;
}

const newLine = 0x0a;
