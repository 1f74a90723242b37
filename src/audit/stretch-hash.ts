/**
 * Hashes of stretches of letters under a secret key. Three of 32 bits: one that rolls, by which a text is passed through,
 * and two that mix, which settle whether a stretch is the one that is remembered. Without the key nothing can be compared
 * with them; with it, as in the memory of the process, any such hash can be tried out, and none leaves it in the open.
 */
export class StretchHash {
  readonly #seeds: Int32Array;
  /** Of the base, by exponent, as far as they were needed. */
  #powers = Int32Array.of(1);
  /** The rolling hash of every beginning of the text that was summed last. */
  #sums = new Int32Array(1024);

  /** `key` is secret, of 20 bytes or more. */
  constructor(key: Uint8Array) {
    const view = new DataView(key.buffer, key.byteOffset);
    this.#seeds = Int32Array.from([0, 4, 8, 12, 16], (place) => view.getInt32(place));
    // Odd, so that no factor is lost modulo 2 to the 32.
    for (const factor of [0, 2, 4]) this.#seeds[factor]! |= 1;
  }

  /**
   * The rolling hash of every beginning of the first `count` letters: that of any stretch is a difference of two, as
   * `rolling` gives it. They stand until the next call.
   */
  sumUp(codes: Uint16Array, count: number): Int32Array {
    if (this.#sums.length <= count) this.#sums = new Int32Array(count * 2);
    const sums = this.#sums;
    const base = this.#seeds[0]!;
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      sum = (Math.imul(sum, base) + codes[index]!) | 0;
      sums[index + 1] = sum;
    }
    return sums;
  }

  /** The rolling hash of a stretch of the text that was summed last. */
  rolling(start: number, end: number): number {
    return (this.#sums[end]! - Math.imul(this.#sums[start]!, this.powerOf(end - start))) | 0;
  }

  /** The factor that a letter has got when so many others follow it. */
  powerOf(exponent: number): number {
    return this.powersUpTo(exponent)[exponent]!;
  }

  /** All such factors, by how many letters follow: as far as that, or farther. */
  powersUpTo(exponent: number): Int32Array {
    if (exponent >= this.#powers.length) {
      const longer = new Int32Array(exponent * 2 + 32);
      longer.set(this.#powers);
      for (let index = this.#powers.length; index < longer.length; index += 1)
        longer[index] = Math.imul(longer[index - 1]!, this.#seeds[0]!);
      this.#powers = longer;
    }
    return this.#powers;
  }

  /** The two hashes that mix: every letter changes every bit, so that no two texts can be built to agree. */
  mix(codes: Uint16Array, start: number, end: number): readonly [number, number] {
    let first = this.#seeds[1]!;
    let second = this.#seeds[3]!;
    const firstFactor = this.#seeds[2]!;
    const secondFactor = this.#seeds[4]!;
    for (let index = start; index < end; index += 1) {
      const code = codes[index]!;
      first = Math.imul(first ^ code, firstFactor);
      first ^= first >>> 15;
      second = Math.imul((second + code) | 0, secondFactor);
      second ^= second >>> 13;
    }
    return [first, second];
  }
}
