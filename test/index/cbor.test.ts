import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor, type Cbor } from '../../src/index/cbor.ts';

describe('decodeCbor', () => {
  it('reads back what encodeCbor writes', () => {
    const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.nat({ max: 0xffff_ffff }),
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.array(tie('value'), { maxLength: 40 }),
      ),
    }));
    fc.assert(
      fc.property(value, (sample) => {
        expect(decodeCbor(encodeCbor(sample))).toEqual(sample);
      }),
    );
    for (const sample of [23, 24, 255, 256, 65_535, 65_536, 'x'.repeat(70_000)])
      expect(decodeCbor(encodeCbor(sample))).toBe(sample);
  });

  it.each([
    ['a map', [0xa0]],
    ['a number below nought', [0x20]],
    ['nothing', [0xf6]],
    ['a size of eight bytes', [0x1b, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['a list without end', [0x9f, 0xff]],
    ['a byte too many', [0x01, 0x01]],
    ['a value cut off', [0x82, 0x01]],
    ['a text cut off', [0x62, 0x61]],
    ['no bytes', []],
  ])('refuses %s', (_case, bytes) => {
    expect(() => decodeCbor(Uint8Array.from(bytes))).toThrow();
  });
});
