/**
 * False if what begins at `start` surely is no stream of deflate: zlib would refuse it in its first symbols, at a cost a
 * hundred times that of this look. Random bytes seem to begin a stream everywhere and nearly all of them stop here. True
 * says nothing: whether it is one, zlib must find out. The work is bounded, whatever the bytes.
 */
export function mayBeDeflate(bytes: Uint8Array, start: number): boolean {
  const bits = new Bits(bytes, start);
  let written = 0;
  // A stream that passes for so long is worth a call of zlib.
  for (let block = 0; block < 8; block += 1) {
    const isLast = bits.read(1) === 1;
    const kind = bits.read(2);
    if (bits.isOver) return true;
    if (kind === 3) return false;
    if (kind === 0) return hasStoredLength(bits);
    if (kind === 2) return hasCodes(bits);
    const outcome = readFixedBlock(bits, written);
    if (outcome === 'wrong') return false;
    if (outcome === 'long' || isLast) return true;
    written = outcome;
  }
  return true;
}

/** Bits in the order of deflate: the lowest of each byte first. Behind the end come zeros. */
class Bits {
  readonly #bytes: Uint8Array;
  /** In bits. */
  #place: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#place = start * 8;
  }

  /** True once more was read than there is. */
  get isOver(): boolean {
    return this.#place > this.#bytes.length * 8;
  }

  /** A number of up to 16 bits, the lowest first. */
  read(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index += 1) value |= this.#next() << index;
    return value;
  }

  /** Bits of a Huffman code, which stand highest first. */
  readCode(code: number, count: number): number {
    let longer = code;
    for (let index = 0; index < count; index += 1) longer = (longer << 1) | this.#next();
    return longer;
  }

  skipToByte(): void {
    this.#place = Math.ceil(this.#place / 8) * 8;
  }

  #next(): number {
    const byte = this.#bytes[this.#place >> 3] ?? 0;
    const bit = (byte >> (this.#place & 7)) & 1;
    this.#place += 1;
    return bit;
  }
}

/** A stored block has its length twice, the second time with every bit turned. */
function hasStoredLength(bits: Bits): boolean {
  bits.skipToByte();
  const length = bits.read(16);
  const turned = bits.read(16);
  return bits.isOver || (length ^ turned) === 0xffff;
}

const endOfBlock = 256;
const mostSymbols = 256;

/** What is written when the block ends, in bytes; or that it cannot be one; or that it is too long to tell here. */
function readFixedBlock(bits: Bits, before: number): number | 'wrong' | 'long' {
  let written = before;
  for (let count = 0; count < mostSymbols; count += 1) {
    const symbol = readFixedSymbol(bits);
    if (bits.isOver) return 'long';
    if (symbol === endOfBlock) return written;
    if (symbol < endOfBlock) {
      written += 1;
      continue;
    }
    if (symbol > 285) return 'wrong';
    const length = readLength(bits, symbol - 257);
    const distance = readDistance(bits);
    if (bits.isOver) return 'long';
    // It copies what stands so far back, and there is not so much.
    if (distance > written) return 'wrong';
    written += length;
  }
  return 'long';
}

/** By the fixed code of RFC 1951, 3.2.6. */
function readFixedSymbol(bits: Bits): number {
  const seven = bits.readCode(0, 7);
  if (seven < 0b0011000) return 256 + seven;
  const eight = bits.readCode(seven, 1);
  if (eight < 0b11000000) return eight - 0b00110000;
  if (eight < 0b11001000) return 280 + eight - 0b11000000;
  return 144 + bits.readCode(eight, 1) - 0b110010000;
}

function readLength(bits: Bits, code: number): number {
  if (code === 28) return 258;
  if (code < 8) return 3 + code;
  const extra = (code >> 2) - 1;
  return 3 + ((4 + (code & 3)) << extra) + bits.read(extra);
}

/** Infinite for the two codes that mean nothing. */
function readDistance(bits: Bits): number {
  const code = bits.readCode(0, 5);
  if (code > 29) return Infinity;
  if (code < 4) return 1 + code;
  const extra = (code >> 1) - 1;
  return 1 + ((2 + (code & 1)) << extra) + bits.read(extra);
}

const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

/** True if the codes that a block brings with it are such as zlib takes: all used up, and one for the block's end. */
function hasCodes(bits: Bits): boolean {
  const literals = 257 + bits.read(5);
  const distances = 1 + bits.read(5);
  const count = 4 + bits.read(4);
  if (literals > 286 || distances > 30) return false;
  const lengths = new Uint8Array(19);
  for (const symbol of orderOfLengths.slice(0, count)) lengths[symbol] = bits.read(3);
  if (bits.isOver) return true;
  if (remainderOf(lengths) !== 0) return false;
  const all = readLengths(bits, lengths, literals + distances);
  if (all === undefined) return bits.isOver;
  return (
    all[endOfBlock] !== 0 &&
    isTaken(all.subarray(0, literals)) &&
    isTaken(all.subarray(literals, literals + distances))
  );
}

/** The lengths of a block's codes; undefined where they repeat what is not there, or the bytes end. */
function readLengths(bits: Bits, codeLengths: Uint8Array, count: number): Uint8Array | undefined {
  const all = new Uint8Array(count);
  let index = 0;
  while (index < count) {
    const symbol = readSymbol(bits, codeLengths);
    if (symbol === undefined || bits.isOver) return undefined;
    if (symbol < 16) {
      all[index] = symbol;
      index += 1;
      continue;
    }
    if (symbol === 16 && index === 0) return undefined;
    const repeated = symbol === 16 ? all[index - 1]! : 0;
    const times = symbol === 16 ? 3 + bits.read(2) : symbol === 17 ? 3 + bits.read(3) : 11 + bits.read(7);
    if (index + times > count) return undefined;
    all.fill(repeated, index, index + times);
    index += times;
  }
  return all;
}

/** One symbol by a canonical code of up to 7 bits. */
function readSymbol(bits: Bits, lengths: Uint8Array): number | undefined {
  let code = 0;
  let first = 0;
  for (let length = 1; length <= 7; length += 1) {
    code = bits.readCode(code, 1);
    const symbols = [...lengths.keys()].filter((symbol) => lengths[symbol] === length);
    if (code - first < symbols.length) return symbols[code - first];
    first = (first + symbols.length) << 1;
  }
  return undefined;
}

/** How much of the code space is left over, in parts of 2 to the 15; below zero where more is used than there is. */
function remainderOf(lengths: Uint8Array): number {
  return lengths.reduce((left, length) => (length === 0 ? left : left - (1 << (15 - length))), 1 << 15);
}

/** As zlib has it: a code may be incomplete only if its one length is 1, or there is none. */
function isTaken(lengths: Uint8Array): boolean {
  const left = remainderOf(lengths);
  return left === 0 || (left > 0 && lengths.every((length) => length <= 1));
}
