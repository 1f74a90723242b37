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
  /** The rolling hashes of its first letters for its group, of its anchor and of all. */
  readonly quick: number;
  readonly anchor: number;
  readonly whole: number;
  /** The two that mix. */
  readonly first: number;
  readonly second: number;
}

/** The numbers of a row, in their order. */
const column = {
  kind: 0,
  length: 1,
  source: 2,
  quick: 3,
  anchor: 4,
  whole: 5,
  first: 6,
  second: 7,
  /** Where its word starts begin among all of them, and how many they are; -1 for none. */
  starts: 8,
  startCount: 9,
} as const;
const width = 10;

/**
 * The fingerprints of a table as plain numbers: a county's withheld papers have hundreds of thousands, and as values of
 * their own they would not fit in memory. Another thread can have them as they are.
 */
export class TableRows {
  #count = 0;
  #rows: Int32Array<ArrayBuffer>;
  #starts: Int32Array<ArrayBuffer>;
  #startCount = 0;
  /** One more than the first row of a bucket; 0 for none. */
  #heads = new Int32Array(1024);
  #next = new Int32Array(512);

  constructor(
    rows: Int32Array<ArrayBuffer> = new Int32Array(0),
    starts: Int32Array<ArrayBuffer> = new Int32Array(0),
  ) {
    this.#rows = rows;
    this.#starts = starts;
    this.#startCount = starts.length;
    this.#count = rows.length / width;
    this.#rehash();
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** All of it, for the constructor. */
  get arrays(): { readonly rows: Int32Array<ArrayBuffer>; readonly starts: Int32Array<ArrayBuffer> } {
    return {
      rows: this.#rows.slice(0, this.#count * width),
      starts: this.#starts.slice(0, this.#startCount),
    };
  }

  /** Adds one, and gives its number. */
  add({ kind, length, source, wordStarts }: Shape, hashes: Hashes): number {
    const entry = this.#count;
    this.#count += 1;
    this.#rows = grown(this.#rows, this.#count * width);
    const { quick, anchor, whole, first, second } = hashes;
    const row = [kinds.indexOf(kind), length, source, quick, anchor, whole, first, second];
    this.#rows.set([...row, this.#startCount, wordStarts?.length ?? -1], entry * width);
    if (wordStarts !== undefined) {
      this.#starts = grown(this.#starts, this.#startCount + wordStarts.length);
      this.#starts.set(wordStarts, this.#startCount);
      this.#startCount += wordStarts.length;
    }
    if (this.#count > this.#next.length) this.#rehash();
    else this.#chain(entry);
    return entry;
  }

  /** The number of one of this kind and length with these two hashes. */
  find({ kind, length }: Pick<Shape, 'kind' | 'length'>, first: number, second: number): number | undefined {
    const number = kinds.indexOf(kind);
    for (let next = this.#heads[this.#bucket(first)]!; next !== 0; next = this.#next[next - 1]!) {
      const at = (next - 1) * width;
      const isSame =
        this.#rows[at + column.first] === first &&
        this.#rows[at + column.second] === second &&
        this.#rows[at + column.kind] === number &&
        this.#rows[at + column.length] === length;
      if (isSame) return next - 1;
    }
    return undefined;
  }

  shape(entry: number): Shape {
    const at = entry * width;
    const count = this.#rows[at + column.startCount]!;
    const start = this.#rows[at + column.starts]!;
    return {
      kind: kinds[this.#rows[at + column.kind]!]!,
      length: this.#rows[at + column.length]!,
      source: this.#rows[at + column.source]!,
      ...(count < 0 ? {} : { wordStarts: [...this.#starts.subarray(start, start + count)] }),
    };
  }

  lengthOf(entry: number): number {
    return this.#rows[entry * width + column.length]!;
  }

  wholeOf(entry: number): number {
    return this.#rows[entry * width + column.whole]!;
  }

  hashesOf(entry: number): Hashes {
    const at = entry * width;
    return {
      quick: this.#rows[at + column.quick]!,
      anchor: this.#rows[at + column.anchor]!,
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

  #bucket(first: number): number {
    return Math.imul(first, 0x9e3779b1) >>> (32 - Math.log2(this.#heads.length));
  }

  #chain(entry: number): void {
    const bucket = this.#bucket(this.#rows[entry * width + column.first]!);
    this.#next[entry] = this.#heads[bucket]!;
    this.#heads[bucket] = entry + 1;
  }

  #rehash(): void {
    const size = 1 << Math.max(9, Math.ceil(Math.log2(this.#count * 2 + 1)));
    this.#heads = new Int32Array(size * 2);
    this.#next = new Int32Array(size);
    for (let entry = 0; entry < this.#count; entry += 1) this.#chain(entry);
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= array.length) return array;
  const longer = new Int32Array(length * 2);
  longer.set(array);
  return longer;
}
