import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readKey } from '../../src/cache/read-key.ts';
import { openValue, sealValue } from '../../src/cache/seal-value.ts';

const secret = new Uint8Array(32).fill(1);
const value = Buffer.from('The reason is Zanthorpe.');

describe('a sealed value', () => {
  it('is opened with the secret and the name that it was sealed with, and by nothing else', () => {
    const sealed = sealValue(secret, 'board', value);
    expect(sealed.includes('Zanthorpe')).toBe(false);
    expect(openValue(secret, 'board', sealed)).toEqual(value);
    expect(openValue(new Uint8Array(32).fill(2), 'board', sealed)).toBeUndefined();
    expect(openValue(secret, 'council', sealed)).toBeUndefined();
  });

  it.each([0, 1, 15, 16, 17, 100_000])('comes out as it went in, of %i bytes', (length) => {
    const bytes = Buffer.from(Array.from({ length }, (_, place) => place % 251));
    expect(openValue(secret, 'board', sealValue(secret, 'board', bytes))).toEqual(bytes);
  });

  it('is not opened when it is damaged or cut off', () => {
    const sealed = sealValue(secret, 'board', value);
    for (const place of [0, 15, sealed.length - 1]) {
      const damaged = Buffer.from(sealed);
      damaged[place]! ^= 1;
      expect(openValue(secret, 'board', damaged)).toBeUndefined();
    }
    expect(openValue(secret, 'board', sealed.subarray(0, 20))).toBeUndefined();
  });

  it('is another each time, so that nobody sees whether it has changed', () => {
    expect(sealValue(secret, 'board', value)).not.toEqual(sealValue(secret, 'board', value));
  });
});

describe('the key', () => {
  function keyFile(): string {
    const folder = mkdtempSync(join(tmpdir(), 'key-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return join(folder, 'deep', '_site.key');
  }

  it('is made once, for this account alone', () => {
    const file = keyFile();
    const key = readKey(file, undefined);
    expect(key).toHaveLength(32);
    expect(readKey(file, undefined)).toEqual(key);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is made anew where the file holds none', () => {
    const file = keyFile();
    readKey(file, undefined);
    writeFileSync(file, 'abc');
    const key = readKey(file, '');
    expect(readFileSync(file, 'utf8').trim()).toBe(key.toString('hex'));
  });

  it('is of the site’s own secret where it has one, the same on every machine, and writes no file', () => {
    const file = keyFile();
    const key = readKey(file, 'the secret of this site');
    expect(readKey(keyFile(), 'the secret of this site')).toEqual(key);
    expect(readKey(file, 'another secret')).not.toEqual(key);
    expect(() => statSync(file)).toThrow();
  });
});
