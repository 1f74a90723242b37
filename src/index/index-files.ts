import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';

/** What Pagefind puts before the content of a file, inside the gzip. */
const signature = Buffer.from('pagefind_dcd');

/** Unpacks a file of an index. Throws when it does not begin as those do. */
export function unpackIndexFile({ path, content }: IndexFile): Buffer {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new Error(`The search index file ${path} has no signature.`);
  return bytes.subarray(signature.length);
}

/** Packs the content of a file of an index. */
export function packIndexFile(...content: readonly Uint8Array[]): Uint8Array {
  return gzipSync(Buffer.concat([signature, ...content]));
}

/** The name that a content has a right to: the language and so many letters of a digest. */
export function nameOfContent(language: string, content: Uint8Array, letters: number): string {
  return `${language}_${createHash('sha256').update(content).digest('hex').slice(0, letters)}`;
}
