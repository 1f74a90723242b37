import type { Letters } from './letters.ts';

/** How many first letters tell that two words may have a form in common. */
const length = 3;

/**
 * Finds the words of a text that begin as one of some withheld words does, of which it holds keyed hashes. `y` and `i` are
 * one letter here: a stem may end in the second where the word has the first.
 */
export class WordBeginnings {
  readonly #factors: readonly [number, number];
  readonly #known: Set<number>;
  /** One bit for each that is known, among others: it tells of most words that they begin otherwise. */
  readonly #bits = new Int32Array(bitCount / 32);

  /** `key` is secret, of 8 bytes or more; `known` are those of others with the same key. */
  constructor(key: Uint8Array, known: Iterable<number> = []) {
    const view = new DataView(key.buffer, key.byteOffset);
    this.#factors = [view.getInt32(0) | 1, view.getInt32(4) | 1];
    this.#known = new Set(known);
    for (const hash of this.#known) this.#setBit(hash);
  }

  /** What is known, for the constructor. */
  get known(): readonly number[] {
    return [...this.#known];
  }

  /** Remembers how a word of three letters or more begins. */
  add(letters: Uint16Array): void {
    const hash = this.#hashAt(letters, 0);
    this.#known.add(hash);
    this.#setBit(hash);
  }

  /** Calls back with the place of every letter that may begin a word, if it begins as one of these. */
  visit({ codes, gaps, count }: Letters, visit: (start: number) => void): void {
    for (let start = 0; start + length <= count; start += 1) {
      if (gaps[start] === 0) continue;
      const hash = this.#hashAt(codes, start);
      const bit = bitOf(hash);
      if ((this.#bits[bit >>> 5]! & (1 << (bit & 31))) !== 0 && this.#known.has(hash)) visit(start);
    }
  }

  #setBit(hash: number): void {
    const bit = bitOf(hash);
    this.#bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  #hashAt(codes: Uint16Array, start: number): number {
    const [first, second] = this.#factors;
    const sum = Math.imul(withoutY(codes[start]!), first) + withoutY(codes[start + 1]!);
    return (Math.imul(sum, second) + withoutY(codes[start + 2]!)) | 0;
  }
}

/** Of some thousand beginnings, seven in eight others have no bit in common with any. */
const bitCount = 2 ** 15;

function bitOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 17;
}

function withoutY(code: number): number {
  return code === 0x79 ? 0x69 : code;
}
