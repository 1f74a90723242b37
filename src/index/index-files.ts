import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzip, gzipSync } from 'node:zlib';
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

/** Unpacks files of words one after another, as they are asked for. */
export function* unpackChunks(chunks: readonly Uint8Array[]): Generator<Buffer> {
  for (const content of chunks) yield unpackIndexFile({ path: 'of words', content });
}

/** Packs the content of a file of an index; in haste where no reader will load it. */
export function packIndexFile(content: Uint8Array, isInHaste = false): Uint8Array {
  return gzipSync(Buffer.concat([signature, content]), isInHaste ? { level: 1 } : {});
}

const packBeside = promisify(gzip);

/** Packs a chunk of words in another thread, so that several can be at once: it is what takes most of the time. */
export async function packChunk(content: Uint8Array): Promise<Uint8Array> {
  return await packBeside(Buffer.concat([signature, content]), packingOfChunks);
}

/** Words are numbers that are like others near by: with a smaller window, a third of the time is spared for a thousandth of the size. */
const packingOfChunks = { windowBits: 12, memLevel: 9 };

/** SHA-256, hexadecimal. */
export function digestOfContent(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The name that a content has a right to: the language and so many letters of its digest. */
export function nameOfContent(language: string, sha256: string, letters: number): string {
  return `${language}_${sha256.slice(0, letters)}`;
}
