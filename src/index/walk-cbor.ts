import { majorList, majorNegative, majorNumber, majorText } from './cbor.ts';

/** Reads CBOR from front to back without making values of what is only copied: an index has millions of numbers. */
export class CborWalk {
  position = 0;
  readonly bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The number of elements of the list that begins here. */
  list(): number {
    return this.#head(majorList);
  }

  /** The number of no less than nought that stands here. */
  number(): number {
    return this.#head(majorNumber);
  }

  /** The text that stands here, as UTF-8. */
  text(): Buffer {
    const length = this.#head(majorText);
    this.position += length;
    if (this.position > this.bytes.length) throw new Error('A CBOR text is cut off.');
    return this.bytes.subarray(this.position - length, this.position);
  }

  /** Goes over a list of numbers. */
  passNumbers(): void {
    const { bytes } = this;
    let left = this.#head(majorList);
    let position = this.position;
    for (; left > 0; left -= 1) {
      const size = sizesOfNumbers[bytes[position]!];
      // Behind the end there is no size either.
      if (!(size! > 0)) throw new Error('The search index has something else where numbers were expected.');
      position += size!;
    }
    this.position = position;
    if (position > bytes.length) throw new Error('A list of numbers in the search index is cut off.');
  }

  /** Whether an empty list stands here. */
  isAtEmptyList(): boolean {
    return this.bytes[this.position] === majorList << 5;
  }

  /** Goes over one number. A negative one is given as CBOR holds it: 0 for -1, 1 for -2. */
  negativeOrSkip(): number | undefined {
    const major = this.bytes[this.position]! >> 5;
    const value = this.#head(major);
    return major === majorNegative ? value : undefined;
  }

  #head(major: number): number {
    const head = this.bytes[this.position];
    if (head === undefined || head >> 5 !== major)
      throw new Error('The search index is not laid out as it was expected to be.');
    const detail = head & 31;
    const start = this.position + 1;
    if (detail < 24) {
      this.position = start;
      return detail;
    }
    const size = sizeOfHead(detail);
    this.position += size;
    return this.bytes.readUIntBE(start, size - 1);
  }
}

function sizeOfHead(detail: number): number {
  if (detail < 24) return 1;
  if (detail < 27) return 1 + 2 ** (detail - 24);
  throw new Error(`A CBOR head with detail ${detail} was not expected.`);
}

/** By the first byte of a number, how many bytes it has; nought where it is no number, or larger than any here. */
const sizesOfNumbers = Uint8Array.from({ length: 256 }, (_, head) =>
  head >> 5 <= majorNegative && (head & 31) < 27 ? sizeOfHead(head & 31) : 0,
);
