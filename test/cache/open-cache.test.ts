import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache, type Cache } from '../../src/cache/open-cache.ts';

let folder: string;
let directory: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-test-'));
  directory = join(folder, '_site.cache');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(version = '1'): Cache {
  const opened = openCache(directory, version);
  if ('refusal' in opened) throw new Error(opened.refusal);
  return opened.cache;
}

const textOf = (cache: Cache, name: string): string | undefined => cache.read(name)?.toString();

describe('a cache', () => {
  it('gives in a later build what was kept in one before', () => {
    open().write('heads/board', Buffer.from('wo'), Buffer.from(''), Buffer.from('rds'));
    const later = open();
    expect(textOf(later, 'heads/board')).toBe('words');
    expect(later.read('heads/other')).toBeUndefined();
    expect(later.notes()).toEqual([]);
  });

  it('leaves aside what another version has kept, and says so', () => {
    open('1').write('a', Buffer.from('words'));
    const later = open('2');
    expect(later.read('a')).toBeUndefined();
    expect(later.notes()).toEqual([expect.stringContaining('another version')]);
    later.write('a', Buffer.from('new words'));
    expect(textOf(open('2'), 'a')).toBe('new words');
  });

  it('leaves aside what is damaged, and says so', () => {
    open().write('a', Buffer.from('words'));
    const path = join(directory, 'values', 'a');
    const bytes = readFileSync(path);
    for (const damaged of [bytes.subarray(0, -1), Buffer.concat([bytes, bytes]), Buffer.alloc(3)]) {
      writeFileSync(path, damaged);
      const later = open();
      expect(later.read('a')).toBeUndefined();
      expect(later.notes()).toEqual([expect.stringContaining('damaged (a)')]);
    }
    writeFileSync(join(directory, 'minutebook-cache.json'), '{');
    expect(open().notes()).toEqual([expect.stringContaining('another version')]);
  });

  it('keeps nothing in a folder that is not its own, and deletes nothing there', () => {
    mkdirSync(directory);
    writeFileSync(join(directory, 'letter.txt'), 'Dear all');
    expect(openCache(directory, '1')).toEqual({ refusal: expect.stringContaining('--cache') });
    writeFileSync(join(directory, 'minutebook-cache.json'), '{"format":"other"}');
    expect(openCache(directory, '1')).toHaveProperty('refusal');
    expect(readdirSync(directory).sort()).toEqual(['letter.txt', 'minutebook-cache.json']);
    writeFileSync(join(folder, 'a-file'), '');
    expect(openCache(join(folder, 'a-file'), '1')).toHaveProperty('refusal');
  });

  it('deletes what is not kept on', () => {
    const cache = open();
    for (const name of ['a', 'b/c', 'b/d']) cache.write(name, Buffer.from(name));
    expect(cache.keepOnly(new Set(['b/d']))).toBe(2);
    expect([cache.read('a'), cache.read('b/c'), textOf(cache, 'b/d')]).toEqual([undefined, undefined, 'b/d']);
  });

  it('can be deleted at any time', () => {
    open().write('a', Buffer.from('words'));
    rmSync(directory, { recursive: true });
    expect(open().read('a')).toBeUndefined();
    expect(existsSync(directory)).toBe(true);
  });
});
