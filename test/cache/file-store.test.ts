import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAt } from '../../src/cache/file-look.ts';
import { keepFile, keepOnlyFiles, takeFile } from '../../src/cache/file-store.ts';
import { digestOf } from '../support/build-fixture.ts';

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-test-'));
  cache = join(folder, 'cache');
});
afterEach(() => rmSync(folder, { recursive: true }));

function keep(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  const sha256 = digestOf(Buffer.from(text));
  keepFile(cache, sha256, path);
  return sha256;
}
const keptPath = (sha256: string): string => join(cache, 'files', sha256.slice(0, 2), sha256.slice(2));

describe('kept files', () => {
  it('are put into a new output as they were, without a copy where the disk has links', () => {
    const sha256 = keep('a.html', 'a page');
    rmSync(join(folder, 'a.html'));
    const path = join(folder, 'new/deep/a.html');
    expect(takeFile(cache, sha256, path)).toEqual({ bytes: 6, look: lookAt(path) });
    expect(readFileSync(join(folder, 'new/deep/a.html'), 'utf8')).toBe('a page');
    expect(statSync(keptPath(sha256)).nlink).toBe(2);
  });

  it('are not taken when they are missing or another file than their name says, and that one is deleted', () => {
    const sha256 = keep('a.html', 'a page');
    writeFileSync(keptPath(sha256), 'another');
    expect(takeFile(cache, sha256, join(folder, 'new/a.html'))).toBeUndefined();
    // Nobody was told yet, so that it is still there for whoever says so.
    expect(existsSync(keptPath(sha256))).toBe(true);
    let told = 0;
    expect(takeFile(cache, sha256, join(folder, 'new/a.html'), () => (told += 1))).toBeUndefined();
    expect(told).toBe(1);
    expect(existsSync(join(folder, 'new/a.html'))).toBe(false);
    expect(existsSync(keptPath(sha256))).toBe(false);
    expect(takeFile(cache, sha256, join(folder, 'new/a.html'))).toBeUndefined();
  });

  it('are deleted when no output has them any more', () => {
    const [first, second] = [keep('a.html', 'a page'), keep('b.html', 'b page')];
    keepOnlyFiles(cache, new Set([second]));
    expect([existsSync(keptPath(first)), existsSync(keptPath(second))]).toEqual([false, true]);
    keepOnlyFiles(join(folder, 'no-cache'), new Set());
  });

  it('may be kept twice, and in a folder that was deleted meanwhile', () => {
    const sha256 = keep('a.html', 'a page');
    expect(keep('b.html', 'a page')).toBe(sha256);
    rmSync(cache, { recursive: true });
    expect(keep('c.html', 'a page')).toBe(sha256);
    expect(readFileSync(keptPath(sha256), 'utf8')).toBe('a page');
  });
});
