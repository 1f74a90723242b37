import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAt, looksOf } from '../../src/cache/file-look.ts';
import { openSpareOutput } from '../../src/cache/spare-output.ts';
import { keepFiles } from '../../src/publish/keep-files.ts';
import { formatLastFiles, parseLastFiles } from '../../src/publish/last-output.ts';
import { digestOf } from '../support/build-fixture.ts';

let folder: string;
let output: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keep-test-'));
  [output, cache] = [join(folder, 'output'), join(folder, 'cache')];
  for (const each of [output, cache]) mkdirSync(each);
});
afterEach(() => rmSync(folder, { recursive: true }));

const sha256Of = (text: string): string => digestOf(Buffer.from(text));

describe('files of an output that is done', () => {
  it('are recorded with the looks that they have from then on, but for those that somebody changed since they were read', () => {
    const files = ['a.html', 'b.html', 'c.html', 'd.html'];
    for (const file of files) writeFileSync(join(output, file), `page ${file}`);
    utimesSync(join(output, 'b.html'), 1_700_000_000, 1_700_000_000);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
    const looks = looksOf(output, files, folder);
    // After the audit has read it, with as many bytes and its time put back.
    writeFileSync(join(output, 'b.html'), 'pagE b.html');
    utimesSync(join(output, 'b.html'), 1_700_000_000, 1_700_000_000);
    const recorded = keepFiles(
      cache,
      output,
      files.map((file) => {
        const look = looks.get(file)!;
        const each = { file, sha256: sha256Of(`page ${file}`), isKept: file === 'd.html' };
        // Of one it was not known whether a change would show.
        return file === 'c.html' ? each : { ...each, look };
      }),
    );
    expect(recorded.map(({ look }) => look !== undefined)).toEqual([true, false, false, true]);
    for (const { file, look } of recorded)
      if (look !== undefined) expect(look).toBe(lookAt(join(output, file)));
  });

  it('are recorded with the look that they have after they were put at another place as well', () => {
    writeFileSync(join(output, 'a.html'), 'a page');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
    const look = looksOf(output, ['a.html'], folder).get('a.html')!;
    const file = { file: 'a.html', sha256: sha256Of('a page'), look, isKept: false };
    const spare = openSpareOutput(join(folder, 'cache.spare'));
    const recorded = keepFiles(cache, output, [file], spare.begin());
    expect(recorded[0]!.look).toBe(lookAt(join(output, 'a.html')));
    spare.moveTo(join(folder, 'fresh'));
    expect(recorded[0]!.look).toBe(lookAt(join(folder, 'fresh/a.html')));
  });

  it('have no look where another file with the same bytes is kept', () => {
    for (const file of ['a.html', 'b.html']) writeFileSync(join(output, file), 'a page');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
    const looks = looksOf(output, ['a.html', 'b.html'], folder);
    const recorded = keepFiles(
      cache,
      output,
      [...looks].map(([file, look]) => ({ file, sha256: sha256Of('a page'), look, isKept: false })),
    );
    expect(recorded.map(({ look }) => look !== undefined)).toEqual([true, false]);
  });
});

describe('the list of the last output', () => {
  it('is read as it was written', () => {
    const files = [
      { file: 'a b/c\nd,é.html', sha256: sha256Of('a'), look: '7 6 100 200' },
      { file: 'e.html', sha256: sha256Of('b') },
    ];
    for (const list of [files, files.slice(0, 1), []])
      expect(parseLastFiles(formatLastFiles(list))).toEqual(list);
  });
});
