import { majorList, majorNegative, majorNumber } from './cbor.ts';
import type { CborWalk } from './walk-cbor.ts';
import { CborWriter } from './write-cbor.ts';

/** How the numbers of a part become those of the index that it is merged into. */
export interface Renumbering {
  /** How many records stand before those of the part. */
  readonly firstPage: number;
  /** The new number of each meta field; undefined where all stay as they are. */
  readonly fields: readonly number[] | undefined;
}

/** Where one record has a word: its places in the text and in meta fields, as they stand in the index. */
export interface PlacesOfPage {
  readonly page: number;
  readonly places: Uint8Array;
}

/**
 * The records that hold a word. Pagefind writes each as a list of three: how many records after the one before, the places in
 * the text, the places in meta fields.
 */
export class Postings {
  #count = 0;
  #lastPage = 0;
  readonly #written = new CborWriter();

  get count(): number {
    return this.#count;
  }

  /** Takes over what a part says, from where the walk stands, and goes to its end. */
  add(walk: CborWalk, { firstPage, fields }: Renumbering): void {
    const count = walk.list();
    let page = firstPage;
    let copyFrom = walk.position;
    for (let index = 0; index < count; index += 1) {
      walk.list();
      page += walk.number();
      if (index === 0) {
        this.#begin(page);
        copyFrom = walk.position;
      }
      walk.passNumbers();
      if (fields === undefined || walk.isAtEmptyList()) walk.passNumbers();
      else {
        this.#written.copy(walk.bytes, copyFrom, walk.position);
        this.#renumberFields(walk, fields);
        copyFrom = walk.position;
      }
      this.#lastPage = page;
    }
    this.#written.copy(walk.bytes, copyFrom, walk.position);
    this.#count += count;
  }

  /**
   * Takes over records from where the walk stands, each under the number that `numberOf` gives, which must grow with the old one,
   * or not at all where that is less than nought; and puts others in between, which are in their order.
   */
  addRevised(walk: CborWalk, numberOf: (page: number) => number, others: readonly PlacesOfPage[] = []): void {
    let [oldPage, next, copyFrom] = [0, 0, -1];
    const flush = (end: number): void => {
      if (copyFrom >= 0) this.#written.copy(walk.bytes, copyFrom, end);
      copyFrom = -1;
    };
    for (let left = walk.list(); left > 0; left -= 1) {
      const start = walk.position;
      walk.list();
      const step = walk.number();
      const placesFrom = walk.position;
      walk.passNumbers();
      walk.passNumbers();
      oldPage += step;
      const page = numberOf(oldPage);
      if (page < 0) {
        flush(start);
        continue;
      }
      for (; next < others.length && others[next]!.page < page; next += 1) {
        flush(start);
        this.put(others[next]!);
      }
      if (page - this.#lastPage === step) {
        if (copyFrom < 0) copyFrom = start;
      } else {
        flush(start);
        this.#begin(page);
        copyFrom = placesFrom;
      }
      this.#lastPage = page;
      this.#count += 1;
    }
    flush(walk.position);
    for (; next < others.length; next += 1) this.put(others[next]!);
  }

  /** Adds a record behind the others. */
  put({ page, places }: PlacesOfPage): void {
    this.#begin(page);
    this.#written.copy(places);
    this.#lastPage = page;
    this.#count += 1;
  }

  /** As a list in CBOR. */
  writeTo(writer: CborWriter): void {
    writer.head(majorList, this.#count);
    writer.copy(this.#written.view());
  }

  clear(): void {
    this.#count = 0;
    this.#lastPage = 0;
    this.#written.clear();
  }

  #begin(page: number): void {
    this.#written.head(majorList, 3);
    this.#written.head(majorNumber, page - this.#lastPage);
  }

  /** A field is told by a negative number, -1 for the first; the places in it follow. */
  #renumberFields(walk: CborWalk, fields: readonly number[]): void {
    const count = walk.list();
    this.#written.head(majorList, count);
    for (let left = count; left > 0; left -= 1) {
      const start = walk.position;
      const field = walk.negativeOrSkip();
      if (field === undefined) this.#written.copy(walk.bytes, start, walk.position);
      else this.#written.head(majorNegative, fields[field]!);
    }
  }
}
