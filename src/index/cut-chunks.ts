import { majorList } from './cbor.ts';
import type { EncodedWord } from './encode-word.ts';
import { CborWriter } from './write-cbor.ts';

/** Words that stand together in one file of the index, with their records. */
export interface WordChunk {
  /** Keys of the first and the last word. */
  readonly first: string;
  readonly last: string;
  /** Bytes of the first word: with its key they say whether the chunk before ends there. */
  readonly firstSize: number;
  /** `[[word…]]`. */
  readonly content: Uint8Array;
}

/**
 * How many bytes of CBOR a chunk has at the most, but for a word that has more by itself. Pagefind's own chunks have five times
 * that: a reader loads one for each word, and most of it is other words.
 */
const mostOfChunk = 40_000;
/** From here on a chunk ends where the next word says so. */
const leastOfChunk = 25_000;
/** About so many bytes further a word says so. */
const wayToBound = 8_000;

/**
 * Deals words out to chunks. Where a chunk ends is said by the words there, not by all that stand before it: after a change the bounds
 * are soon again where they were, and the files of all other words stay.
 */
export class ChunkCutter {
  #words: { key: string; size: number }[] = [];
  readonly #written = new CborWriter();

  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  /** Whether a chunk that has had the words so far ends before this one. */
  endsBefore(key: string, size: number): boolean {
    if (this.isEmpty) return false;
    // A word of many records would make others heavy.
    if (this.#written.length + size > mostOfChunk) return true;
    return this.#written.length >= leastOfChunk && isBound(key, size);
  }

  /** Takes a word, and gives the chunk that has ended before it. */
  add({ key, bytes }: EncodedWord): WordChunk | undefined {
    const ended = this.endsBefore(key, bytes.length) ? this.end() : undefined;
    this.#words.push({ key, size: bytes.length });
    this.#written.copy(bytes);
    return ended;
  }

  /** The words that are left. */
  end(): WordChunk | undefined {
    const [first] = this.#words;
    if (first === undefined) return undefined;
    const whole = new CborWriter();
    whole.head(majorList, 1);
    whole.head(majorList, this.#words.length);
    whole.copy(this.#written.view());
    const last = this.#words.at(-1)!.key;
    this.#words = [];
    this.#written.clear();
    return { first: first.key, last, firstSize: first.size, content: whole.view() };
  }
}

/** Deals words out to chunks, from the first to the last. */
export function* cutChunks(words: Iterable<EncodedWord>): Generator<WordChunk> {
  const cutter = new ChunkCutter();
  for (const word of words) {
    const ended = cutter.add(word);
    if (ended !== undefined) yield ended;
  }
  const last = cutter.end();
  if (last !== undefined) yield last;
}

/** By chance that is the same everywhere: a long word is more likely to be one, as there is more of it. */
function isBound(key: string, size: number): boolean {
  return hashOf(key) / 2 ** 32 < size / wayToBound;
}

/** FNV-1a, and what MurmurHash ends with, so that words that differ in their last letter alone are told apart. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
