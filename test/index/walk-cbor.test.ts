import { describe, expect, it } from 'vitest';
import { renumberFields } from '../../src/index/meta-fields.ts';
import { CborWalk } from '../../src/index/walk-cbor.ts';

const walkOver = (...bytes: number[]): CborWalk => new CborWalk(Uint8Array.from(bytes));

describe('CborWalk', () => {
  it('goes over a list of numbers of every size, above nought and below', () => {
    const walk = walkOver(0x86, 0x17, 0x18, 0x18, 0x19, 1, 0, 0x1a, 0, 1, 0, 0, 0x20, 0x38, 0x40, 0x05);
    walk.passNumbers();
    expect(walk.number()).toBe(5);
  });

  it.each([
    ['a text among numbers', [0x81, 0x61, 0x61]],
    ['a number of eight bytes', [0x81, 0x1b, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['a list that is cut off', [0x82, 0x01]],
    ['a number that is cut off', [0x81, 0x19, 0x01]],
    ['no list', [0x01]],
    ['no bytes', []],
  ])('refuses %s', (_case, bytes) => {
    expect(() => walkOver(...bytes).passNumbers()).toThrow();
  });

  it('refuses a text that is cut off', () => {
    expect(() => walkOver(0x62, 0x61).text()).toThrow('cut off');
  });
});

describe('renumberFields', () => {
  it('gives each field the number that it has in every index', () => {
    expect(renumberFields(['body', 'date', 'text'])).toEqual([0, 1, 5]);
    expect(renumberFields(['body', 'date', 'item'])).toBeUndefined();
  });

  it('gives fields that nobody knows the last number', () => {
    expect(renumberFields(['author', 'body', 'zone'])).toEqual([9, 0, 9]);
  });
});
