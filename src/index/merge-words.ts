import { keyOf, readForms, WordInMaking, type EncodedWord } from './encode-word.ts';
import type { Renumbering } from './postings.ts';
import { CborWalk } from './walk-cbor.ts';

/** The words of one part, in their order, chunk by chunk. */
export interface PartWords {
  readonly renumbering: Renumbering;
  /** Unpacked, in the order of their words. */
  readonly chunks: Iterable<Uint8Array>;
}

/** Merges the words of parts, whose records follow each other, into those of one index. */
export function* mergeWords(parts: readonly PartWords[]): Generator<EncodedWord> {
  const word = new WordInMaking();
  let open = parts.map(openWords).filter((cursor) => cursor.next());
  while (open.length > 0) {
    const key = leastOf(open);
    let hasEnded = false;
    for (const cursor of open) {
      if (cursor.key !== key) continue;
      cursor.read(word);
      if (!cursor.next()) hasEnded = true;
    }
    if (hasEnded) open = open.filter((cursor) => !cursor.isAtEnd);
    const merged = word.finish(key);
    if (merged !== undefined) yield merged;
  }
}

function leastOf(open: readonly WordCursor[]): string {
  let least = open[0]!.key;
  for (const { key } of open) if (key < least) least = key;
  return least;
}

/** Stands at a word of a part. */
interface WordCursor {
  readonly key: string;
  readonly isAtEnd: boolean;
  /** Takes over the records of the word, once. */
  read(word: WordInMaking): void;
  /** Goes to the next word; false where there is none. */
  next(): boolean;
}

function openWords({ chunks, renumbering }: PartWords): WordCursor {
  const unread = chunks[Symbol.iterator]();
  let walk = new CborWalk(new Uint8Array());
  let left = 0;
  let key = '';
  let isAtEnd = false;
  function next(): boolean {
    while (left === 0) {
      const chunk = unread.next();
      if (chunk.done === true) {
        isAtEnd = true;
        return false;
      }
      walk = new CborWalk(chunk.value);
      walk.list();
      left = walk.list();
    }
    left -= 1;
    walk.list();
    key = keyOf(walk.text());
    return true;
  }
  function read(word: WordInMaking): void {
    word.postings.add(walk, renumbering);
    readForms(walk, (form) => word.form(form).add(walk, renumbering));
  }
  return {
    get key() {
      return key;
    },
    get isAtEnd() {
      return isAtEnd;
    },
    read,
    next,
  };
}
