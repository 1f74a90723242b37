import type { PagesOfWord } from './collect-pages.ts';
import { ChunkCutter, type WordChunk } from './cut-chunks.ts';
import { wordsOfChunk } from './encode-word.ts';
import { reviseWords, type Revision } from './revise-words.ts';

/** What is known of a chunk that stands, without a look at it. */
export type StandingChunk = Omit<WordChunk, 'content'>;

interface Patch<Standing extends StandingChunk> {
  /** All of an index, in their order. */
  readonly chunks: readonly Standing[];
  /** Unpacked. */
  readonly read: (chunk: Standing) => Uint8Array;
  /** Records whose words have changed. */
  readonly pages: ReadonlySet<number>;
  /** By keys of the words whose records have changed, where those records have it now. */
  readonly changes: ReadonlyMap<string, PagesOfWord>;
}

/**
 * Puts into the chunks of an index what some of its records say now, and gives its chunks again: those that nothing has happened to as they
 * were given, unread. They are, to the byte, those that a merge of all of it would give.
 */
export function* patchChunks<Standing extends StandingChunk>(
  patch: Patch<Standing>,
): Generator<Standing | WordChunk> {
  const { chunks, read, pages, changes } = patch;
  const { keys, isTouched } = dealOutKeys(chunks, [...changes.keys()].sort());
  const revision: Revision = {
    numberOf: (page) => (pages.has(page) ? -1 : page),
    added: changes,
    isSettled: (key) => !changes.has(key),
  };
  const cutter = new ChunkCutter();
  for (const [number, chunk] of chunks.entries()) {
    // Bounds come back to where they were as soon as a new one and an old one are the same.
    if (!isTouched[number] && (cutter.isEmpty || cutter.endsBefore(chunk.first, chunk.firstSize))) {
      const ended = cutter.end();
      if (ended !== undefined) yield ended;
      yield chunk;
      continue;
    }
    for (const word of reviseWords(wordsOfChunk(read(chunk)), keys[number]!, revision)) {
      const ended = cutter.add(word);
      if (ended !== undefined) yield ended;
    }
  }
  const last = cutter.end();
  if (last !== undefined) yield last;
}

/** Says of each chunk which words change in it, and whether it can be as it was: its end depends on the first word of the next. */
function dealOutKeys(
  chunks: readonly StandingChunk[],
  sorted: readonly string[],
): { keys: readonly string[][]; isTouched: readonly boolean[] } {
  const keys = chunks.map((): string[] => []);
  const isTouched = chunks.map(() => false);
  let number = 0;
  for (const key of sorted) {
    while (number + 1 < chunks.length && chunks[number + 1]!.first <= key) number += 1;
    keys[number]?.push(key);
    isTouched[number] = true;
    if (chunks[number]?.first === key && number > 0) isTouched[number - 1] = true;
  }
  return { keys, isTouched };
}
