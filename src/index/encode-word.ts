import { majorList, majorText } from './cbor.ts';
import { Postings } from './postings.ts';
import { CborWalk } from './walk-cbor.ts';
import { CborWriter } from './write-cbor.ts';

/** A word of an index with all of its records. */
export interface EncodedWord {
  /** Its UTF-8, a letter for each byte: so compared, words are in the order of an index. */
  readonly key: string;
  /** `[word, postings, [[form, postings]…]]`; only until the next word is asked for. */
  readonly bytes: Uint8Array;
}

/** The key of a word as it stands in an index. */
export function keyOf(text: Buffer): string {
  return text.toString('latin1');
}

/** The word of a key. */
export function textOf(key: string): string {
  return Buffer.from(key, 'latin1').toString('utf8');
}

/** Records of one word that are being put together; used for one word after another. */
export class WordInMaking {
  readonly postings = new Postings();
  /** How the word is written with its accents, by keys. */
  readonly #forms = new Map<string, Postings>();
  readonly #written = new CborWriter();

  /** The records of the word as it is written in one way. */
  form(key: string): Postings {
    const known = this.#forms.get(key) ?? new Postings();
    this.#forms.set(key, known);
    return known;
  }

  /** The word, or nothing where no record has it. Begins anew. */
  finish(key: string): EncodedWord | undefined {
    const forms = [...this.#forms].filter(([, { count }]) => count > 0);
    const isEmpty = this.postings.count === 0 && forms.length === 0;
    const written = this.#written;
    written.clear();
    written.head(majorList, 3);
    this.#writeText(key);
    this.postings.writeTo(written);
    written.head(majorList, forms.length);
    // Pagefind gives them in chance order.
    for (const [form, postings] of forms.sort(([first], [second]) => (first < second ? -1 : 1))) {
      written.head(majorList, 2);
      this.#writeText(form);
      postings.writeTo(written);
    }
    this.postings.clear();
    this.#forms.clear();
    return isEmpty ? undefined : { key, bytes: written.view() };
  }

  #writeText(key: string): void {
    this.#written.head(majorText, key.length);
    this.#written.copy(Buffer.from(key, 'latin1'));
  }
}

/** Goes over the forms of a word, from where the walk stands. */
export function readForms(walk: CborWalk, readForm: (key: string) => void): void {
  for (let left = walk.list(); left > 0; left -= 1) {
    walk.list();
    readForm(keyOf(walk.text()));
  }
}

/** The words of a chunk, unpacked, as they stand there. */
export function* wordsOfChunk(content: Uint8Array): Generator<EncodedWord> {
  const walk = new CborWalk(content);
  walk.list();
  for (let left = walk.list(); left > 0; left -= 1) {
    const start = walk.position;
    walk.list();
    const key = keyOf(walk.text());
    passPostings(walk);
    readForms(walk, () => passPostings(walk));
    yield { key, bytes: walk.bytes.subarray(start, walk.position) };
  }
}

function passPostings(walk: CborWalk): void {
  for (let left = walk.list(); left > 0; left -= 1) {
    walk.list();
    walk.number();
    walk.passNumbers();
    walk.passNumbers();
  }
}
