import { cutChunks, type WordChunk } from './cut-chunks.ts';
import { wordsOfPart } from './indexed-part.ts';
import { digestOfContent, nameOfContent, packIndexFile } from './index-files.ts';
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
  const chunks: ShardChunk[] = [];
  for (const chunk of cutChunks(mergeWords(words))) chunks.push(put(pack(chunk, shard.language), shard));
  return chunks;
}

async function patchWords(shard: WordsOfShard): Promise<readonly ShardChunk[] | undefined> {
  const { parts, last, kept, fileOf, language } = shard;
  if (last === undefined || kept === undefined) return undefined;
  const patched = await patchShard({ parts, last, kept, fileOf });
  const chunks = patched?.map((chunk): ShardChunk | PackedChunk =>
    'content' in chunk ? pack(chunk, language) : chunk,
  );
  if (chunks === undefined) return undefined;
  const standing = chunks.filter((chunk) => !isPacked(chunk));
  const missing = standing.findIndex(({ name, sha256 }) => !kept.takeFile(fileOf(name), sha256));
  if (missing >= 0) {
    for (const { name } of standing.slice(0, missing)) kept.removeFile(fileOf(name));
    return undefined;
  }
  return chunks.map((chunk) => (isPacked(chunk) ? put(chunk, shard) : chunk));
}

/** A chunk that is new, and its file. */
interface PackedChunk extends ShardChunk {
  readonly content: Uint8Array;
}

function isPacked(chunk: ShardChunk | PackedChunk): chunk is PackedChunk {
  return 'content' in chunk;
}

function put({ content, ...chunk }: PackedChunk, { write }: WordsOfShard): ShardChunk {
  write(chunk.name, content);
  return chunk;
}

function pack({ content, ...chunk }: WordChunk, language: string): PackedChunk {
  const packed = packIndexFile(content);
  const sha256 = digestOfContent(packed);
  return { ...chunk, name: nameOfContent(language, sha256, 10), sha256, content: packed };
}
