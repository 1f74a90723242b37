import { brotliDecompressSync, constants, crc32, inflateRawSync } from 'node:zlib';
import type { UnreadableReason } from './finding.ts';

/** Bytes that were packed in other bytes, or why they cannot be had. */
export type PackedMember =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly unreadable: UnreadableReason };

/**
 * Everything packed in bytes with gzip, zlib or zip, wherever it begins: a PDF and a picture hold many. A
 * stream that breaks off is given up to there. None may unpack to more than `maximumBytes`.
 */
export function* unpackMembers(bytes: Uint8Array, maximumBytes: number): Generator<PackedMember> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Every place is tried, also those within a stream: skipping what a stream seems to take could skip a
  // true one.
  let attempts = 1000 + buffer.length / bytesForAttempt;
  for (let index = 0; index + 2 < buffer.length; index += 1) {
    const format = formatAt(buffer, index);
    if (format === undefined) continue;
    attempts -= 1;
    if (attempts < 0) {
      yield { name: format, unreadable: 'too-large' };
      return;
    }
    const member = unpackers[format](buffer, index, maximumBytes);
    if (member !== undefined) yield member;
  }
}

/** True if bytes begin as gzip, zlib or zip do, or have the mark of gzip or zip further on. */
export function beginsPacked(bytes: Buffer): boolean {
  return (
    bytes.length > 2 &&
    (formatAt(bytes, 0) !== undefined || bytes.includes(gzipMark) || bytes.includes(zipMark))
  );
}

const gzipMark = Buffer.from([0x1f, 0x8b, 8]);
const zipMark = Buffer.from([0x50, 0x4b, 3, 4]);

/**
 * What a file holds that is one stream of gzip from its first byte to its last; undefined for any other. Nothing can stand in
 * it beside what comes out: the head has no name and no comment, the sum of the bytes is right, and nothing follows.
 */
export function unpackWholeGzip(bytes: Uint8Array, maximumBytes: number): Uint8Array | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = 8;
  if (
    buffer.length < plainGzipHead.length + 2 + ends ||
    !buffer.subarray(0, plainGzipHead.length).equals(plainGzipHead)
  )
    return undefined;
  const stream = buffer.subarray(plainGzipHead.length + 2);
  const options = { maxOutputLength: maximumBytes, info: true };
  const unpacked = unpack(() => inflateRawSync(stream, options) as unknown as UnpackedWithInfo);
  if (unpacked === undefined || unpacked === 'too-large') return undefined;
  const isAll =
    unpacked.engine.bytesWritten + ends === stream.length &&
    crc32(unpacked.buffer) === stream.readUInt32LE(stream.length - ends) &&
    unpacked.buffer.length % 2 ** 32 === stream.readUInt32LE(stream.length - 4);
  return isAll ? unpacked.buffer : undefined;
}

/** Deflate, without a name, a comment or a time; two more bytes say how and where it was packed. */
const plainGzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);

/** What zlib gives when it is asked how much it has read. */
interface UnpackedWithInfo {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/**
 * What a file packed with brotli holds. Brotli has no mark: that bytes can be unpacked is the only sign,
 * and a weak one.
 */
export function* unpackBrotli(bytes: Uint8Array, maximumBytes: number): Generator<PackedMember> {
  const unpacked = unpack(() => brotliDecompressSync(bytes, { maxOutputLength: maximumBytes }));
  if (unpacked === 'too-large') yield { name: 'brotli', unreadable: 'too-large' };
  else if (unpacked !== undefined) yield { name: 'brotli', bytes: unpacked };
}

/** Random bytes look packed once in some 2,000 places; what looks so much more often is built to keep us busy. */
const bytesForAttempt = 100;

type Format = 'gzip' | 'zlib' | 'zip';

const unpackers: {
  readonly [format in Format]: (
    buffer: Buffer,
    index: number,
    maximumBytes: number,
  ) => PackedMember | undefined;
} = {
  gzip: unpackGzip,
  zlib: (buffer, index, maximumBytes) => inflate('zlib', buffer, index + 2, maximumBytes),
  zip: unpackZip,
};

/** What seems to begin at a place. */
function formatAt(buffer: Buffer, index: number): Format | undefined {
  const first = buffer[index]!;
  if (first === 0x1f && buffer[index + 1] === 0x8b && buffer[index + 2] === 8) return 'gzip';
  // Deflate, and the check of the two bytes.
  const isDeflate = (first & 0x0f) === 8 && first <= 0x78;
  if (isDeflate && buffer.readUInt16BE(index) % 31 === 0 && hasBlockAt(buffer, index + 2)) return 'zlib';
  const isZip = first === 0x50 && index + 30 <= buffer.length && buffer.readUInt32LE(index) === 0x04034b50;
  return isZip ? 'zip' : undefined;
}

/** True if a block of deflate can begin here: one kind does not exist, and a stored one has its length twice. */
function hasBlockAt(buffer: Buffer, index: number): boolean {
  const kind = (buffer[index]! >> 1) & 3;
  if (kind !== 0) return kind !== 3;
  return (
    index + 5 <= buffer.length && (buffer.readUInt16LE(index + 1) ^ buffer.readUInt16LE(index + 3)) === 0xffff
  );
}

/** Past the header by hand, since Node refuses a stream with anything but another one behind it. */
function unpackGzip(buffer: Buffer, index: number, maximumBytes: number): PackedMember | undefined {
  const flags = buffer[index + 3] ?? 0;
  let start = index + 10;
  if (flags & 4) start += 2 + (start + 2 <= buffer.length ? buffer.readUInt16LE(start) : 0);
  // A file name and a comment, each ended by a zero byte.
  if (flags & 8) start = endOfString(buffer, start);
  if (flags & 16) start = endOfString(buffer, start);
  if (flags & 2) start += 2;
  // In the middle of a picture its three bytes stand by chance.
  const damaged: PackedMember | undefined = index === 0 ? { name: 'gzip', unreadable: 'damaged' } : undefined;
  return inflate('gzip', buffer, start, maximumBytes) ?? damaged;
}

function endOfString(buffer: Buffer, start: number): number {
  const end = buffer.indexOf(0, start);
  return end === -1 ? buffer.length : end + 1;
}

function unpackZip(buffer: Buffer, index: number, maximumBytes: number): PackedMember | undefined {
  const isLocked = (buffer.readUInt16LE(index + 6) & 1) === 1;
  const method = buffer.readUInt16LE(index + 8);
  const start = index + 30 + buffer.readUInt16LE(index + 26) + buffer.readUInt16LE(index + 28);
  if (isLocked) return { name: 'zip', unreadable: 'locked' };
  // Stored as it is: it is read with the bytes around it.
  if (method === 0) return undefined;
  if (method !== 8) return { name: 'zip', unreadable: 'unknown-packing' };
  return inflate('zip', buffer, start, maximumBytes) ?? { name: 'zip', unreadable: 'damaged' };
}

function inflate(
  name: string,
  buffer: Buffer,
  start: number,
  maximumBytes: number,
): PackedMember | undefined {
  // Without `finishFlush` a stream that was cut off would give nothing.
  const options = { maxOutputLength: maximumBytes, finishFlush: constants.Z_SYNC_FLUSH };
  const unpacked = unpack(() => inflateRawSync(buffer.subarray(start), options));
  if (unpacked === 'too-large') return { name, unreadable: 'too-large' };
  return unpacked === undefined || unpacked.length === 0 ? undefined : { name, bytes: unpacked };
}

/** What comes out; undefined if the bytes are no such stream. */
function unpack<Unpacked>(inflate: () => Unpacked): Unpacked | 'too-large' | undefined {
  const { stackTraceLimit } = Error;
  // Most of what is tried is no stream, and to write down where the error arose takes longer than to find it.
  Error.stackTraceLimit = 0;
  try {
    return inflate();
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : undefined;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
