import { bitsOf, keyOf, leafWidth, shiftOf, slotOf, type PrefixTables } from './prefix-tables.ts';
import type { StretchHash } from './stretch-hash.ts';

/** Finds by their first letters what may stand at a place, in one pass over a text. */
export class PrefixIndex {
  readonly #tables: PrefixTables;
  /** How many first letters each rung looks at, and the factor of those that stand before them. */
  readonly #rungs: readonly { readonly length: number; readonly power: number }[];
  /** The same factors by length, as far as any fingerprint is long. */
  readonly #powers: Int32Array;

  constructor(hash: StretchHash, rungLengths: readonly number[], tables: PrefixTables) {
    this.#tables = tables;
    this.#powers = hash.powersUpTo(longestOf(tables));
    this.#rungs = rungLengths.map((length) => ({ length, power: hash.powerOf(length) }));
  }

  /**
   * Calls `visit` with each entry that has the rolling hash of the letters at a place of a text, the place, and where they end.
   * `sums` are of the text, as `StretchHash.sumUp` gives them. Where `gaps` are given only the places that have one in front are
   * looked at. Most places are told from one number of a table that is small enough to stay near the processor.
   */
  visit(
    sums: Int32Array,
    gaps: Uint8Array | undefined,
    count: number,
    visit: (entry: number, start: number, end: number) => void,
  ): void {
    const { length, power } = this.#rungs[0]!;
    const { bits } = this.#tables;
    const shift = shiftOf(bits.length);
    for (let start = 0; start + length <= count; start += 1) {
      if (gaps !== undefined && gaps[start] === 0) continue;
      const hash = (sums[start + length]! - Math.imul(sums[start]!, power)) | 0;
      const sought = bitsOf(hash);
      if ((bits[hash >>> shift]! & sought) === sought) this.#visitPlace(sums, start, count, visit);
    }
  }

  #visitPlace(
    sums: Int32Array,
    start: number,
    count: number,
    visit: (entry: number, start: number, end: number) => void,
  ): void {
    const { nodes } = this.#tables;
    for (let rung = 0; rung < this.#rungs.length; rung += 1) {
      const { length, power } = this.#rungs[rung]!;
      if (start + length > count) return;
      const hash = (sums[start + length]! - Math.imul(sums[start]!, power)) | 0;
      const node = this.#nodeOf(keyOf(hash, rung));
      if (node < 0) return;
      this.#visitLeaves(nodes[node]! >> 1, nodes[node + 1]! >> 1, sums, start, count, visit);
      if ((nodes[node]! & 1) === 0) return;
    }
  }

  /** The node of a key; -1 where there is none. */
  #nodeOf(key: number): number {
    const { slots } = this.#tables;
    const slotCount = slots.length / 2;
    let slot = slotOf(key, slotCount);
    while (slots[slot * 2 + 1] !== 0) {
      if (slots[slot * 2] === key) return slots[slot * 2 + 1]! - 1;
      slot = (slot + 1) % slotCount;
    }
    return -1;
  }

  #visitLeaves(
    from: number,
    to: number,
    sums: Int32Array,
    start: number,
    count: number,
    visit: (entry: number, start: number, end: number) => void,
  ): void {
    const { leaves } = this.#tables;
    const powers = this.#powers;
    const before = sums[start]!;
    for (let leaf = from; leaf < to; leaf += 1) {
      const length = leaves[leaf * leafWidth]!;
      const end = start + length;
      if (end > count) return;
      const whole = (sums[end]! - Math.imul(before, powers[length]!)) | 0;
      const leafWhole = leaves[leaf * leafWidth + 1]!;
      if (leafWhole === whole) visit(leaves[leaf * leafWidth + 2]!, start, end);
      // Of thousands that begin alike only those of the same length are compared, and of these hardly more than one.
      else if (to - leaf > fewLeaves)
        leaf =
          leafWhole < whole
            ? this.#firstFrom(leaf, to, length, whole) - 1
            : this.#firstFrom(leaf, to, length + 1, leastHash) - 1;
    }
  }

  /** The first leaf of a node, from a given one on, that is as long and has as high a hash, or is longer. */
  #firstFrom(from: number, to: number, length: number, whole: number): number {
    const { leaves } = this.#tables;
    let [low, high] = [from, to];
    while (low < high) {
      const leaf = (low + high) >>> 1;
      const leafLength = leaves[leaf * leafWidth]!;
      if (leafLength < length || (leafLength === length && leaves[leaf * leafWidth + 1]! < whole))
        low = leaf + 1;
      else high = leaf;
    }
    return low;
  }
}

const leastHash = -(2 ** 31);
/** Nearly every node has so few that they are quicker looked at one after another. */
const fewLeaves = 8;

function longestOf({ leaves }: PrefixTables): number {
  let longest = 0;
  for (let at = 0; at < leaves.length; at += leafWidth) longest = Math.max(longest, leaves[at]!);
  return longest;
}
