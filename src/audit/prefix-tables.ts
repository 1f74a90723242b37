import type { TableRows } from './table-rows.ts';

/**
 * The fingerprints of one group by how they begin, as plain numbers, which threads can share. Those that begin alike are a node; where
 * too many do, those with more letters are nodes of their own, by these.
 */
export interface PrefixTables {
  /** By the hash of the first letters, two bits in one word: both are set if any fingerprint begins so, and seldom otherwise. */
  readonly bits: Int32Array;
  /** Two numbers for each slot: the hash of the first letters, mixed with their rung, and one more than the node; 0 for none. */
  readonly slots: Int32Array;
  /** For each node, twice the number of the first of its leaves, and 1 more if nodes of the next rung go on from it. One more at the end. */
  readonly nodes: Int32Array;
  /** Three numbers for each leaf: length, hash of all letters, and number in its table. Those of a node are in that order. */
  readonly leaves: Int32Array;
}

export const leafWidth = 3;

/** How many fingerprints a node may have before it is looked at which letters follow. */
const mostOfNode = 4;

/** Spreads hashes over 32 bits: the golden ratio's. */
const scatter = 0x9e3779b1;

/** The hash under which the first letters of a rung stand among those of all rungs. */
export function keyOf(hash: number, rung: number): number {
  return (hash + Math.imul(rung, 0x5bd1e995)) | 0;
}

/** The first slot that a key may be in, of so many; the next ones follow. */
export function slotOf(key: number, slotCount: number): number {
  return Math.imul(key, scatter) >>> (Math.clz32(slotCount) + 1);
}

/** How far a hash is to be shifted, as a number without a sign, to be the number of the word that tells of it, of so many. */
export function shiftOf(wordCount: number): number {
  return Math.clz32(wordCount) + 1;
}

/** Which two bits of that word. A hash that rolls has no need to be scattered for it: its key has done that. */
export function bitsOf(hash: number): number {
  return (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
}

/** Makes the tables of some rows of a table, whose rungs are of these lengths. Linear in them. */
export function makePrefixTables(
  rows: TableRows,
  entries: Int32Array,
  rungLengths: readonly number[],
): PrefixTables {
  const count = entries.length;
  const slots = new SlotTable(count);
  const nodeOf = Int32Array.from(entries, (entry) => slots.add(keyOf(rows.rungOf(entry, 0), 0)));
  const bits = makeBits(rows, entries, slots.nodeCount);
  const goesOn = new Set<number>();
  for (let rung = 1; rung < rungLengths.length; rung += 1) {
    const sizes = sizesOf(nodeOf, slots.nodeCount);
    for (let index = 0; index < count; index += 1) {
      const node = nodeOf[index]!;
      const entry = entries[index]!;
      if (sizes[node]! <= mostOfNode || rows.lengthOf(entry) < rungLengths[rung]!) continue;
      goesOn.add(node);
      nodeOf[index] = slots.add(keyOf(rows.rungOf(entry, rung), rung));
    }
  }
  return { bits, slots: slots.slots, ...layOut(rows, entries, nodeOf, slots.nodeCount, goesOn) };
}

function makeBits(rows: TableRows, entries: Int32Array, distinct: number): Int32Array {
  // Ten bits for each beginning, or more: with two of them set, one place in thirty at most is looked at in vain.
  const bits = new Int32Array(powerAbove(distinct / 3, 32));
  const shift = shiftOf(bits.length);
  for (const entry of entries) {
    const hash = rows.rungOf(entry, 0);
    bits[hash >>> shift]! |= bitsOf(hash);
  }
  return bits;
}

function sizesOf(nodeOf: Int32Array, nodeCount: number): Int32Array {
  const sizes = new Int32Array(nodeCount);
  for (const node of nodeOf) sizes[node]! += 1;
  return sizes;
}

/** Puts the leaves of each node side by side, and in the order of their lengths and hashes. */
function layOut(
  rows: TableRows,
  entries: Int32Array,
  nodeOf: Int32Array,
  nodeCount: number,
  goesOn: ReadonlySet<number>,
): Pick<PrefixTables, 'nodes' | 'leaves'> {
  const nodes = new Int32Array(nodeCount + 1);
  const ends = sizesOf(nodeOf, nodeCount + 1);
  let first = 0;
  for (let node = 0; node <= nodeCount; node += 1) {
    nodes[node] = first * 2 + (goesOn.has(node) ? 1 : 0);
    first += ends[node]!;
    ends[node] = first;
  }
  const order = new Int32Array(entries.length);
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const node = nodeOf[index]!;
    ends[node]! -= 1;
    order[ends[node]!] = entries[index]!;
  }
  const compare = (one: number, other: number): number =>
    rows.lengthOf(one) - rows.lengthOf(other) || rows.wholeOf(one) - rows.wholeOf(other) || one - other;
  const leaves = new Int32Array(entries.length * leafWidth);
  for (let node = 0; node < nodeCount; node += 1) {
    const [from, to] = [nodes[node]! >> 1, nodes[node + 1]! >> 1];
    if (to - from > 1) order.subarray(from, to).sort(compare);
    for (let leaf = from; leaf < to; leaf += 1) {
      const entry = order[leaf]!;
      leaves[leaf * leafWidth] = rows.lengthOf(entry);
      leaves[leaf * leafWidth + 1] = rows.wholeOf(entry);
      leaves[leaf * leafWidth + 2] = entry;
    }
  }
  return { nodes, leaves };
}

/** Numbers the nodes by their keys. */
class SlotTable {
  slots: Int32Array;
  nodeCount = 0;

  constructor(count: number) {
    this.slots = new Int32Array(powerAbove(count / 2, 16) * 2);
  }

  /** The node of a key, made where there is none. */
  add(key: number): number {
    const slot = this.#slotFor(key);
    const known = this.slots[slot * 2 + 1]!;
    if (known !== 0) return known - 1;
    this.nodeCount += 1;
    this.slots[slot * 2] = key;
    this.slots[slot * 2 + 1] = this.nodeCount;
    // Two slots for each node, or more: few keys are then looked for in more than one.
    if (this.nodeCount * 4 > this.slots.length) this.#grow();
    return this.nodeCount - 1;
  }

  #slotFor(key: number): number {
    const slotCount = this.slots.length / 2;
    let slot = slotOf(key, slotCount);
    while (this.slots[slot * 2 + 1] !== 0 && this.slots[slot * 2] !== key) slot = (slot + 1) % slotCount;
    return slot;
  }

  #grow(): void {
    const before = this.slots;
    this.slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue;
      const slot = this.#slotFor(before[at]!);
      this.slots[slot * 2] = before[at]!;
      this.slots[slot * 2 + 1] = before[at + 1]!;
    }
  }
}

/** The first power of two above a number, and at least `least`, which is one. */
function powerAbove(number: number, least: number): number {
  let power = least;
  while (power <= number) power *= 2;
  return power;
}
