/** Writes CBOR into one stretch of memory that grows: an index has millions of numbers, too many for a value each. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 12);
  #length = 0;

  /** How many bytes have been written. */
  get length(): number {
    return this.#length;
  }

  /** The head of a value, as short as can be: its kind, and its size or the number itself. */
  head(major: number, size: number): void {
    this.#makeRoomFor(5);
    const [bytes, first, at] = [this.#bytes, major << 5, this.#length];
    if (size < 24) {
      bytes[at] = first | size;
      this.#length += 1;
    } else if (size < 0x1_00) {
      bytes[at] = first | 24;
      bytes[at + 1] = size;
      this.#length += 2;
    } else if (size < 0x1_00_00) {
      bytes[at] = first | 25;
      this.#length = bytes.writeUInt16BE(size, at + 1);
    } else {
      bytes[at] = first | 26;
      this.#length = bytes.writeUInt32BE(size, at + 1);
    }
  }

  /** Bytes of others as they stand. */
  copy(from: Uint8Array, start = 0, end = from.length): void {
    const size = end - start;
    if (size <= 0) return;
    this.#makeRoomFor(size);
    if (size < smallCopy)
      for (let index = 0; index < size; index += 1) this.#bytes[this.#length + index] = from[start + index]!;
    else this.#bytes.set(from.subarray(start, end), this.#length);
    this.#length += size;
  }

  /** What has been written since the last time, to be read before anything else is written. */
  view(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Begins anew. */
  clear(): void {
    this.#length = 0;
  }

  #makeRoomFor(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + size));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** Up to so many bytes, copying each by itself is quicker than asking for it. */
const smallCopy = 24;
