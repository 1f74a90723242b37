import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache, openOtherCache, type Cache } from '../../src/cache/open-cache.ts';
import { openSealedValues, type SealedValues } from '../../src/cache/sealed-values.ts';
import { joinSections, readSection } from '../../src/cache/sections.ts';

const key = randomBytes(32);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sections-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(name = 'cache'): { readonly cache: Cache; readonly values: SealedValues } {
  const opened = openCache(join(folder, name), '1');
  if ('refusal' in opened) throw new Error(opened.refusal);
  return { cache: opened.cache, values: openSealedValues(opened.cache, key) };
}

describe('sections of a value', () => {
  it('come out as they went in, whatever they are called and hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.uint8Array()), (sections) => {
        const whole = joinSections(new Map(Object.entries(sections)));
        const read = (start: number, length: number): Uint8Array | undefined =>
          start + length > whole.length ? undefined : whole.subarray(start, start + length);
        for (const [name, bytes] of Object.entries(sections))
          expect(Buffer.from(readSection(read, name)!)).toEqual(Buffer.from(bytes));
        expect(readSection(read, 'no such section, surely')).toBeUndefined();
      }),
    );
  });

  it('are nothing where the head is damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const read = (start: number, length: number): Uint8Array | undefined =>
          start + length > bytes.length ? undefined : bytes.subarray(start, start + length);
        expect(readSection(read, 'head')).toBeUndefined();
      }),
    );
  });

  it('are found one by one in a later build', () => {
    open().values.keepSections('split', 'a', { head: { date: '2024-01-09' }, texts: ['words'] });
    const { values } = open();
    expect(values.findSection('split', 'a', 'texts')).toEqual(['words']);
    expect(values.findSection('split', 'a', 'head', { isWhole: true })).toEqual({ date: '2024-01-09' });
    expect(values.findSection('split', 'a', 'prints')).toBeUndefined();
    expect(values.findSection('split', 'b', 'head')).toBeUndefined();
  });

  it('are not found where they are damaged, which is said; where all must be whole, not one is', () => {
    open().values.keepSections('split', 'a', { head: 'first', texts: ['words'] });
    const path = join(folder, 'cache/values/split/a');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(path, bytes);
    const { cache, values } = open();
    expect(values.findSection('split', 'a', 'head')).toBe('first');
    expect(values.findSection('split', 'a', 'texts')).toBeUndefined();
    expect(cache.notes()).toEqual([expect.stringContaining('damaged (split/a)')]);
    expect(values.findSection('split', 'a', 'head', { isWhole: true })).toBeUndefined();
  });

  it('cannot stand for one another', () => {
    open().values.keepSections('split', 'a', { head: 'first', text: 'other' });
    const path = join(folder, 'cache/values/split/a');
    const bytes = readFileSync(path);
    const text = bytes.toString('latin1');
    const swapped = text.replace('"head"', '"HEAD"').replace('"text"', '"head"');
    expect(swapped).not.toBe(text);
    writeFileSync(path, Buffer.from(swapped, 'latin1'));
    expect(open().values.findSection('split', 'a', 'head')).toBeUndefined();
  });

  it('are taken over from another cache', () => {
    open('other').values.keepSections('split', 'a', { head: 'first', texts: ['words'] });
    const other = openOtherCache(join(folder, 'other'), '1');
    if ('refusal' in other) throw new Error(other.refusal);
    const joined = openSealedValues(open().cache, key, [other.cache]);
    expect(joined.findSection('split', 'a', 'texts')).toEqual(['words']);
    expect(open().values.findSection('split', 'a', 'head')).toBe('first');
  });
});
