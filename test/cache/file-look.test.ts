import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bytesOfLook,
  clockOf,
  lookAt,
  lookIfThere,
  looksOf,
  tellsLaterChanges,
} from '../../src/cache/file-look.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'look-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const wait = (): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);

describe('the look of a file', () => {
  it('tells its size, and that it was written to though size and time are as they were', () => {
    const path = join(folder, 'a.html');
    writeFileSync(path, 'a page');
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    wait();
    const before = lookAt(path);
    expect(bytesOfLook(before)).toBe(6);
    expect(lookIfThere(path)).toBe(before);
    writeFileSync(path, 'b page');
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    expect(statSync(path)).toMatchObject({ size: 6, mtimeMs: 1_700_000_000_000 });
    expect(lookAt(path)).not.toBe(before);
  });

  it('is none where there is no file', () => {
    expect(lookIfThere(join(folder, 'a.html'))).toBeUndefined();
    expect(() => lookAt(join(folder, 'a.html'))).toThrow('ENOENT');
  });

  it('tells later changes only where its last one was before the clock, as the disk counts', () => {
    expect(tellsLaterChanges('7 6 100 199', 200n)).toBe(true);
    expect(tellsLaterChanges('7 6 100 200', 200n)).toBe(false);
    expect(tellsLaterChanges('7 6 100 201', 200n)).toBe(false);
  });

  it('is not given for a file that was changed this moment', () => {
    writeFileSync(join(folder, 'a.html'), 'a page');
    wait();
    expect([...looksOf(folder, ['a.html', 'b.html'], folder).keys()]).toEqual(['a.html']);
    const clock = clockOf(folder);
    writeFileSync(join(folder, 'a.html'), 'b page');
    expect(tellsLaterChanges(lookAt(join(folder, 'a.html')), clock)).toBe(false);
  });

  it('leaves nothing behind', () => {
    clockOf(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});
