import type { StretchHash } from './stretch-hash.ts';

/** What is to be found by its first letters. */
export interface Anchored {
  /** Its number, which the index gives back. */
  readonly entry: number;
  /** In letters. */
  readonly length: number;
  /** The rolling hashes of as many first letters as the index looks at, and of its first `anchorLengthFor(…)`. */
  readonly quick: number;
  readonly anchor: number;
}

/** How many first letters are looked at where its first few stand. Withheld and public texts begin alike more often than not. */
const anchorLengths = [3, 4, 6, 10, 14, 19, 26] as const;

/** How many first letters of a stretch of 3 letters or more are looked at, of all that there are. */
export function anchorLengthFor(length: number): number {
  return anchorLengths.findLast((each) => each <= length)!;
}

/**
 * Finds by their first letters what may begin at a place, in one pass over a text. Most places are told from one bit of a
 * table that is small enough to stay near the processor.
 */
export class AnchorIndex {
  readonly #quickLength: number;
  readonly #quickPower: number;
  readonly #bits: Int32Array;
  readonly #bitShift: number;
  readonly #tiers: readonly { readonly length: number; readonly power: number }[];
  /** One more than the place in `#anchors` of the first that has the bucket; 0 for none. */
  readonly #heads: Int32Array;
  readonly #headShift: number;
  readonly #next: Int32Array;
  readonly #anchors: Int32Array;
  readonly #entries: Int32Array;

  /** `quickLength` is how many first letters are looked at at every place: no more than the shortest has. */
  constructor(hash: StretchHash, quickLength: number, anchored: readonly Anchored[]) {
    this.#quickLength = quickLength;
    this.#quickPower = hash.powerOf(quickLength);
    const lengths = new Set(anchored.map((each) => anchorLengthFor(each.length)));
    this.#tiers = [...lengths].map((length) => ({ length, power: hash.powerOf(length) }));
    const bitWidth = widthFor(anchored.length * 32, 10);
    this.#bitShift = 32 - bitWidth;
    this.#bits = new Int32Array(1 << (bitWidth - 5));
    const headWidth = widthFor(anchored.length * 2, 4);
    this.#headShift = 32 - headWidth;
    this.#heads = new Int32Array(1 << headWidth);
    this.#next = new Int32Array(anchored.length);
    this.#anchors = Int32Array.from(anchored, (each) => each.anchor);
    this.#entries = Int32Array.from(anchored, (each) => each.entry);
    anchored.forEach(({ quick, anchor }, place) => {
      const bit = Math.imul(quick, scatter) >>> this.#bitShift;
      this.#bits[bit >>> 5]! |= 1 << (bit & 31);
      const bucket = Math.imul(anchor, scatter) >>> this.#headShift;
      this.#next[place] = this.#heads[bucket]!;
      this.#heads[bucket] = place + 1;
    });
  }

  /**
   * Calls `visit` with each entry that may begin at a place of a text, and the place. `sums` are of the text, as
   * `StretchHash.sumUp` gives them. Where `gaps` are given only the places that have one in front are looked at.
   */
  visit(
    sums: Int32Array,
    gaps: Uint8Array | undefined,
    count: number,
    visit: (entry: number, start: number) => void,
  ): void {
    const length = this.#quickLength;
    const power = this.#quickPower;
    const bits = this.#bits;
    const shift = this.#bitShift;
    for (let start = 0; start + length <= count; start += 1) {
      if (gaps !== undefined && gaps[start] === 0) continue;
      const quick = (sums[start + length]! - Math.imul(sums[start]!, power)) | 0;
      const bit = Math.imul(quick, scatter) >>> shift;
      if ((bits[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
      this.#visitPlace(sums, start, count, visit);
    }
  }

  #visitPlace(
    sums: Int32Array,
    start: number,
    count: number,
    visit: (entry: number, start: number) => void,
  ): void {
    for (const { length, power } of this.#tiers) {
      const end = start + length;
      if (end > count) continue;
      const anchor = (sums[end]! - Math.imul(sums[start]!, power)) | 0;
      let place = this.#heads[Math.imul(anchor, scatter) >>> this.#headShift]!;
      for (; place !== 0; place = this.#next[place - 1]!) {
        if (this.#anchors[place - 1] === anchor) visit(this.#entries[place - 1]!, start);
      }
    }
  }
}

/** Spreads anchors over 32 bits: the golden ratio's. */
const scatter = 0x9e3779b1;

/** Of a number's power of two, and at least `least`. */
function widthFor(count: number, least: number): number {
  return Math.min(Math.max(Math.ceil(Math.log2(count + 1)), least), 28);
}
