import { encodeHead, majorList, majorNegative, majorNumber } from './cbor.ts';
import { CborWalk } from './walk-cbor.ts';

/** How the numbers of a part become those of the index that it is merged into. */
export interface Renumbering {
  /** How many records stand before those of the part. */
  readonly firstPage: number;
  /** The new number of each meta field; undefined where all stay as they are. */
  readonly fields: readonly number[] | undefined;
}

/**
 * The records that hold a word, of all parts together. Pagefind writes each as a list of three: how many records after
 * the one before, the places in the text, the places in meta fields.
 */
export class Postings {
  #count = 0;
  #lastPage = 0;
  readonly #pieces: Uint8Array[] = [];
  #size = 0;

  /** Takes over what a part says, from where the walk stands, and goes to its end. */
  add(walk: CborWalk, { firstPage, fields }: Renumbering): void {
    let page = firstPage;
    const count = walk.list();
    let copyFrom = 0;
    for (let index = 0; index < count; index += 1) {
      walk.list();
      page += walk.number();
      const places = walk.numbers();
      const meta = walk.numbers();
      if (index === 0 || fields !== undefined) {
        this.#push(encodeHead(majorList, 3), encodeHead(majorNumber, page - this.#lastPage), places);
        this.#push(fields === undefined ? meta : renumberFields(meta, fields));
        copyFrom = walk.position;
      }
      this.#lastPage = page;
    }
    if (fields === undefined && count > 1) this.#push(walk.bytes.subarray(copyFrom, walk.position));
    this.#count += count;
  }

  /** As a list in CBOR. */
  encode(): readonly Uint8Array[] {
    return [encodeHead(majorList, this.#count), ...this.#pieces];
  }

  /** In bytes, without the head. */
  get size(): number {
    return this.#size;
  }

  #push(...pieces: readonly Uint8Array[]): void {
    for (const piece of pieces) {
      this.#pieces.push(piece);
      this.#size += piece.length;
    }
  }
}

/** A field is told by a negative number, -1 for the first; the places in it follow. */
function renumberFields(meta: Uint8Array, fields: readonly number[]): Uint8Array {
  const walk = new CborWalk(meta);
  const count = walk.list();
  const pieces: Uint8Array[] = [encodeHead(majorList, count)];
  for (let left = count; left > 0; left -= 1) {
    const start = walk.position;
    const field = walk.negativeOrSkip();
    pieces.push(
      field === undefined ? meta.subarray(start, walk.position) : encodeHead(majorNegative, fields[field]!),
    );
  }
  return Buffer.concat(pieces);
}
