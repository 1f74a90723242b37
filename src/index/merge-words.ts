import { encodeHead, majorList, majorText } from './cbor.ts';
import { Postings, type Renumbering } from './postings.ts';
import { CborWalk } from './walk-cbor.ts';

/** The words of one part, in their order, chunk by chunk. */
export interface PartWords {
  readonly renumbering: Renumbering;
  /** Unpacked, in the order of their words. */
  readonly chunks: Iterable<Uint8Array>;
}

/** Words that stand together in one file of the index, with their records. */
export interface WordChunk {
  readonly first: string;
  readonly last: string;
  readonly pieces: readonly Uint8Array[];
}

/**
 * How many bytes of CBOR make a chunk, but for a word that has more by itself. Pagefind's own chunks have five times
 * that: a reader loads one for each word, and most of it is other words.
 */
const sizeOfChunk = 40_000;

/** Merges the words of parts, whose records follow each other, into the chunks of one index. */
export function* mergeWords(parts: readonly PartWords[]): Generator<WordChunk> {
  let open = parts.map(openWords).filter((cursor) => cursor.next());
  let words: { text: Buffer; pieces: readonly Uint8Array[] }[] = [];
  let size = 0;
  while (open.length > 0) {
    const text = leastOf(open);
    const postings = new Postings();
    const forms = new Map<string, Postings>();
    for (const cursor of open) if (cursor.word.equals(text)) cursor.read(postings, forms);
    open = open.filter((cursor) => !cursor.word.equals(text) || cursor.next());
    const formSize = [...forms.values()].reduce((sum, form) => sum + form.size, 0);
    const wordSize = text.length + postings.size + formSize;
    // A word of many records would make others heavy.
    if (words.length > 0 && size + wordSize > sizeOfChunk) {
      yield chunkOf(words);
      [words, size] = [[], 0];
    }
    words.push({ text, pieces: encodeWord(text, postings, forms) });
    size += wordSize;
  }
  if (words.length > 0) yield chunkOf(words);
}

function leastOf(open: readonly WordCursor[]): Buffer {
  let least = open[0]!.word;
  for (const { word } of open) if (Buffer.compare(word, least) < 0) least = word;
  return least;
}

/** `[[word, postings, [[form, postings]…]]…]`, all in one more list. */
function chunkOf(words: readonly { text: Buffer; pieces: readonly Uint8Array[] }[]): WordChunk {
  return {
    first: words[0]!.text.toString('utf8'),
    last: words.at(-1)!.text.toString('utf8'),
    pieces: [
      encodeHead(majorList, 1),
      encodeHead(majorList, words.length),
      ...words.flatMap(({ pieces }) => pieces),
    ],
  };
}

function encodeWord(
  text: Buffer,
  postings: Postings,
  forms: ReadonlyMap<string, Postings>,
): readonly Uint8Array[] {
  // How a word is written with its accents; Pagefind gives them in chance order.
  const sorted = [...forms].sort(([first], [second]) => (first < second ? -1 : 1));
  return [
    encodeHead(majorList, 3),
    ...encodeText(text),
    ...postings.encode(),
    encodeHead(majorList, forms.size),
    ...sorted.flatMap(([form, of]) => [
      encodeHead(majorList, 2),
      ...encodeText(Buffer.from(form)),
      ...of.encode(),
    ]),
  ];
}

function encodeText(text: Buffer): readonly Uint8Array[] {
  return [encodeHead(majorText, text.length), text];
}

/** Stands at a word of a part. */
interface WordCursor {
  readonly word: Buffer;
  /** Takes over the records of the word, once. */
  read(postings: Postings, forms: Map<string, Postings>): void;
  /** Goes to the next word; false where there is none. */
  next(): boolean;
}

function openWords({ chunks, renumbering }: PartWords): WordCursor {
  const unread = chunks[Symbol.iterator]();
  let walk = new CborWalk(new Uint8Array());
  let left = 0;
  let word = Buffer.alloc(0);
  function next(): boolean {
    if (left === 0) {
      const chunk = unread.next();
      if (chunk.done === true) return false;
      walk = new CborWalk(chunk.value);
      walk.list();
      left = walk.list();
      return next();
    }
    left -= 1;
    walk.list();
    word = walk.text() as Buffer<ArrayBuffer>;
    return true;
  }
  function read(postings: Postings, forms: Map<string, Postings>): void {
    postings.add(walk, renumbering);
    for (let formsLeft = walk.list(); formsLeft > 0; formsLeft -= 1) {
      walk.list();
      const form = walk.text().toString('utf8');
      const of = forms.get(form) ?? new Postings();
      forms.set(form, of);
      of.add(walk, renumbering);
    }
  }
  return {
    get word() {
      return word;
    },
    read,
    next,
  };
}
