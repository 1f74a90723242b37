import { cutChunks, type WordChunk } from './cut-chunks.ts';
import { wordsOfPart } from './indexed-part.ts';
import { digestOfContent, nameOfContent, packChunk } from './index-files.ts';
import type { KeptIndex, KeptShard, ShardChunk } from './kept-index.ts';
import { mergeWords, type PartWords } from './merge-words.ts';
import { patchShard, type PlacedPart } from './patch-shard.ts';

interface WordsOfShard {
  readonly parts: readonly PlacedPart[];
  /** As Pagefind names it. */
  readonly language: string;
  /** Where a file of words stands in the output. */
  readonly fileOf: (name: string) => string;
  /** Writes one. */
  readonly write: (name: string, content: Uint8Array) => void;
  /** The shard in the last output, and what is kept of that. */
  readonly last?: KeptShard | undefined;
  readonly kept?: KeptIndex | undefined;
}

/** Puts the files of a shard's words into the output: those of the last one, as far as they are the same, else new ones. */
export async function buildWords(shard: WordsOfShard): Promise<readonly ShardChunk[]> {
  return (await patchWords(shard)) ?? (await mergeAll(shard));
}

async function mergeAll(shard: WordsOfShard): Promise<readonly ShardChunk[]> {
  const words: PartWords[] = [];
  let firstPage = 0;
  for (const { part } of shard.parts) {
    words.push(wordsOfPart(part.head, await part.words(), firstPage));
    firstPage += part.head.records.length;
  }
  const chunks = packAll(cutChunks(mergeWords(words)), shard.language);
  const written: ShardChunk[] = [];
  for await (const chunk of chunks) written.push(put(chunk, shard));
  return written;
}

async function patchWords(shard: WordsOfShard): Promise<readonly ShardChunk[] | undefined> {
  const { parts, last, kept, fileOf, language } = shard;
  if (last === undefined || kept === undefined) return undefined;
  const patched = await patchShard({ parts, last, kept, fileOf });
  if (patched === undefined) return undefined;
  const standing = patched.filter((chunk): chunk is ShardChunk => !isNew(chunk));
  const missing = standing.findIndex(({ name, sha256 }) => !kept.takeFile(fileOf(name), sha256));
  if (missing >= 0) {
    for (const { name } of standing.slice(0, missing)) kept.removeFile(fileOf(name));
    return undefined;
  }
  const packed = packAll(patched.filter(isNew), language);
  const chunks: ShardChunk[] = [];
  for (const chunk of patched) chunks.push(isNew(chunk) ? put((await packed.next()).value!, shard) : chunk);
  return chunks;
}

function isNew(chunk: ShardChunk | WordChunk): chunk is WordChunk {
  return 'content' in chunk;
}

/** A chunk that is new, and its file. */
interface PackedChunk extends ShardChunk {
  readonly content: Uint8Array;
}

function put({ content, ...chunk }: PackedChunk, { write }: WordsOfShard): ShardChunk {
  write(chunk.name, content);
  return chunk;
}

/** How many chunks are packed at once, or wait for it: each is some memory. */
const chunksUnderWay = 16;

/** Packs chunks, several at once, and gives them in their order. */
async function* packAll(
  chunks: Iterable<WordChunk>,
  language: string,
): AsyncGenerator<PackedChunk, undefined> {
  const underWay: Promise<PackedChunk>[] = [];
  for (const chunk of chunks) {
    const packed = pack(chunk, language);
    // Whoever waits for an earlier one must not leave this one's failure unheard.
    packed.catch(() => undefined);
    underWay.push(packed);
    if (underWay.length >= chunksUnderWay) yield await underWay.shift()!;
  }
  for (const packed of underWay) yield await packed;
}

async function pack({ content, ...chunk }: WordChunk, language: string): Promise<PackedChunk> {
  const packed = await packChunk(content);
  const sha256 = digestOfContent(packed);
  return { ...chunk, name: nameOfContent(language, sha256, 10), sha256, content: packed };
}
