import { shareNumbers } from './share-numbers.ts';

/** A spaced name is one with a space in it, such as that of a picture. */
const kinds = ['words', 'phrase', 'word', 'stem', 'name', 'spaced-name', 'canary'] as const;

/** What a fingerprint is of, and where it comes from. */
export interface Shape {
  readonly kind: (typeof kinds)[number];
  /** In letters. */
  readonly length: number;
  /**
   * Where its words begin, in letters from its start, the first left out; absent where it does not matter.
   */
  readonly wordStarts?: readonly number[];
  /** Index of the withheld thing that it came from. */
  readonly source: number;
}

/** The hashes of a fingerprint. */
export interface Hashes {
  /** The rolling hashes of its first letters, of more and more of them: as many as its group looks at; 0 where it has fewer. */
  readonly rungs: readonly [number, number, number];
  /** The rolling hash of all of it. */
  readonly whole: number;
  /** The two that mix. */
  readonly first: number;
  readonly second: number;
}

/** The numbers of a row, in their order. */
const column = {
  /** The kind's number, and how many word starts there are: one more than that, or 0 for none, eight times. */
  form: 0,
  length: 1,
  source: 2,
  /** Where its word starts begin among all of them. */
  starts: 3,
  rungs: 4,
  whole: 7,
  first: 8,
  second: 9,
} as const;
const width = 10;
const kindBits = 3;
const kindMask = (1 << kindBits) - 1;

/** The numbers of a table. */
export interface RowArrays {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/**
 * The fingerprints of a table as plain numbers: a county's withheld papers have hundreds of thousands, and as values of
 * their own they would not fit in memory. Another thread can have them as they are.
 */
export class TableRows {
  #count = 0;
  #rows: Int32Array;
  #starts: Int32Array;
  #startCount = 0;
  #buckets: Buckets = noBuckets;

  constructor(rows: Int32Array = new Int32Array(0), starts: Int32Array = new Int32Array(0)) {
    this.#rows = rows;
    this.#starts = starts;
    this.#startCount = starts.length;
    this.#count = rows.length / width;
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** All of it, for the constructor; not copied where nothing is left over. */
  get arrays(): RowArrays {
    return {
      rows: exactly(this.#rows, this.#count * width),
      starts: exactly(this.#starts, this.#startCount),
    };
  }

  /** Moves all of it to memory that threads share. */
  share(): RowArrays {
    const { rows, starts } = this.arrays;
    this.#rows = shareNumbers(rows);
    this.#starts = shareNumbers(starts);
    this.#buckets = noBuckets;
    return this.arrays;
  }

  /** Adds one, and gives its number. */
  add({ kind, length, source, wordStarts }: Shape, { rungs, whole, first, second }: Hashes): number {
    const at = this.#count * width;
    this.#rows = grown(this.#rows, at + width);
    const rows = this.#rows;
    const startCount = wordStarts === undefined ? 0 : wordStarts.length + 1;
    rows[at + column.form] = kinds.indexOf(kind) | (startCount << kindBits);
    rows[at + column.length] = length;
    rows[at + column.source] = source;
    rows[at + column.starts] = this.#startCount;
    rows.set(rungs, at + column.rungs);
    rows[at + column.whole] = whole;
    rows[at + column.first] = first;
    rows[at + column.second] = second;
    if (wordStarts !== undefined) this.#addStarts(wordStarts);
    return this.#countOne();
  }

  /** The number of one of another table; added where it is not known, from a source of which so many stand before. */
  take(others: TableRows, other: number, sourcesBefore: number): number {
    const from = other * width;
    const theirs = others.#rows;
    const form = theirs[from + column.form]!;
    const known = this.#find(
      form & kindMask,
      theirs[from + column.length]!,
      theirs[from + column.first]!,
      theirs[from + column.second]!,
    );
    if (known !== undefined) return known;
    const at = this.#count * width;
    this.#rows = grown(this.#rows, at + width);
    const rows = this.#rows;
    for (let each = 0; each < width; each += 1) rows[at + each] = theirs[from + each]!;
    // A canary is of no source.
    if (rows[at + column.source]! >= 0) rows[at + column.source]! += sourcesBefore;
    rows[at + column.starts] = this.#startCount;
    if (form > kindMask) this.#addStarts(others.#startsOf(other));
    return this.#countOne();
  }

  /** The number of one of this kind and length with these two hashes. */
  find({ kind, length }: Pick<Shape, 'kind' | 'length'>, first: number, second: number): number | undefined {
    return this.#find(kinds.indexOf(kind), length, first, second);
  }

  shape(entry: number): Shape {
    const at = entry * width;
    return {
      kind: this.kindOf(entry),
      length: this.#rows[at + column.length]!,
      source: this.#rows[at + column.source]!,
      ...(this.hasWordStarts(entry) ? { wordStarts: [...this.#startsOf(entry)] } : {}),
    };
  }

  kindOf(entry: number): Shape['kind'] {
    return kinds[this.#rows[entry * width + column.form]! & kindMask]!;
  }

  hasWordStarts(entry: number): boolean {
    return this.#rows[entry * width + column.form]! > kindMask;
  }

  lengthOf(entry: number): number {
    return this.#rows[entry * width + column.length]!;
  }

  wholeOf(entry: number): number {
    return this.#rows[entry * width + column.whole]!;
  }

  /** The hash of as many first letters as the rung of this number has. */
  rungOf(entry: number, rung: number): number {
    return this.#rows[entry * width + column.rungs + rung]!;
  }

  hashesOf(entry: number): Hashes {
    const at = entry * width;
    return {
      rungs: [this.rungOf(entry, 0), this.rungOf(entry, 1), this.rungOf(entry, 2)],
      whole: this.#rows[at + column.whole]!,
      first: this.#rows[at + column.first]!,
      second: this.#rows[at + column.second]!,
    };
  }

  /** True if these are the two hashes that mix. */
  isMixed(entry: number, first: number, second: number): boolean {
    const at = entry * width;
    return this.#rows[at + column.first] === first && this.#rows[at + column.second] === second;
  }

  #startsOf(entry: number): Int32Array {
    const at = entry * width;
    const start = this.#rows[at + column.starts]!;
    return this.#starts.subarray(start, start + (this.#rows[at + column.form]! >> kindBits) - 1);
  }

  #addStarts(starts: ArrayLike<number>): void {
    this.#starts = grown(this.#starts, this.#startCount + starts.length);
    this.#starts.set(starts, this.#startCount);
    this.#startCount += starts.length;
  }

  #countOne(): number {
    const entry = this.#count;
    this.#count += 1;
    // Where there is no room for it, all are chained anew before one is looked for.
    this.#chain(this.#buckets, entry);
    return entry;
  }

  #find(kind: number, length: number, first: number, second: number): number | undefined {
    if (this.#buckets.next.length <= this.#count) this.#buckets = this.#fillBuckets();
    const { heads, next, shift } = this.#buckets;
    const rows = this.#rows;
    for (let found = heads[bucketOf(first, shift)]!; found !== 0; found = next[found - 1]!) {
      const at = (found - 1) * width;
      const isSame =
        rows[at + column.first] === first &&
        rows[at + column.second] === second &&
        (rows[at + column.form]! & kindMask) === kind &&
        rows[at + column.length] === length;
      if (isSame) return found - 1;
    }
    return undefined;
  }

  #chain(buckets: Buckets, entry: number): void {
    const bucket = bucketOf(this.#rows[entry * width + column.first]!, buckets.shift);
    buckets.next[entry] = buckets.heads[bucket]!;
    buckets.heads[bucket] = entry + 1;
  }

  #fillBuckets(): Buckets {
    const bits = Math.max(6, Math.ceil(Math.log2(this.#count * 2 + 1)));
    const buckets = { heads: new Int32Array(1 << bits), next: new Int32Array(1 << bits), shift: 32 - bits };
    for (let entry = 0; entry < this.#count; entry += 1) this.#chain(buckets, entry);
    return buckets;
  }
}

/** Rows by the first of their mixed hashes: made when one is first looked for, and many tables never are. */
interface Buckets {
  /** One more than the first row of a bucket; 0 for none. */
  readonly heads: Int32Array;
  /** One more than the next row of the same bucket. */
  readonly next: Int32Array;
  readonly shift: number;
}

const noBuckets: Buckets = { heads: new Int32Array(0), next: new Int32Array(0), shift: 0 };

function bucketOf(first: number, shift: number): number {
  return Math.imul(first, 0x9e3779b1) >>> shift;
}

function exactly(array: Int32Array, length: number): Int32Array {
  return array.length === length ? array : array.slice(0, length);
}

function grown(array: Int32Array, length: number): Int32Array {
  if (length <= array.length) return array;
  const longer = new Int32Array(length * 2);
  longer.set(array);
  return longer;
}
