import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeDeflate } from '../../src/audit/deflate-start.ts';

/** What zlib makes of bytes, as far as they go. */
function inflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 100_000 });
  } catch {
    return undefined;
  }
}

const strategies = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
  constants.Z_FIXED,
];

/** Streams of every kind of block, whole or broken off or with a wrong bit, and bytes at random. */
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 300 }),
  fc
    .record({
      content: fc.array(fc.nat(40), { maxLength: 400 }),
      level: fc.constantFrom(0, 1, 6, 9),
      strategy: fc.constantFrom(...strategies),
      kept: fc.double({ min: 0, max: 1, noNaN: true }),
      wrongBit: fc.option(fc.nat()),
    })
    .map(({ content, level, strategy, kept, wrongBit }) => {
      const packed = deflateRawSync(Uint8Array.from(content), { level, strategy });
      if (wrongBit !== null) packed[(wrongBit >> 3) % packed.length]! ^= 1 << (wrongBit & 7);
      return Uint8Array.from(packed.subarray(0, Math.ceil(kept * packed.length)));
    }),
);

describe('mayBeDeflate', () => {
  it('never says no to what zlib can unpack', () => {
    fc.assert(
      fc.property(bytes, (each) => {
        if ((inflate(each)?.length ?? 0) > 0) expect(mayBeDeflate(each, 0)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('says no to nearly all that is no stream', () => {
    const wrong = fc.sample(fc.uint8Array({ minLength: 200, maxLength: 300 }), { numRuns: 1000, seed: 1 });
    expect(wrong.filter((each) => mayBeDeflate(each, 0) && inflate(each) === undefined).length).toBeLessThan(
      20,
    );
  });
});
