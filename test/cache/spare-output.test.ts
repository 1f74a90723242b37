import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAt, type FileLook } from '../../src/cache/file-look.ts';
import { openSpareOutput } from '../../src/cache/spare-output.ts';

let folder: string;
let directory: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spare-test-'));
  directory = join(folder, 'cache.spare');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes an output of these files; the answer is how they look. */
function output(name: string, ...files: readonly string[]): ReadonlyMap<string, FileLook> {
  return new Map(
    files.map((file) => {
      const path = join(folder, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file);
      return [file, lookAt(path)];
    }),
  );
}

describe('the spare output', () => {
  it('is the output before last, without what has changed since', async () => {
    const looks = output('old', 'index.html', 'a/index.html', 'b/index.html', 'b/c/index.html');
    const kept = new Map([...looks].filter(([file]) => !file.startsWith('b/')));
    await openSpareOutput(directory).take(join(folder, 'old'), kept);
    expect(existsSync(join(folder, 'old'))).toBe(false);
    expect(openSpareOutput(directory).moveTo(join(folder, 'fresh'))).toBe(true);
    expect(readdirSync(join(folder, 'fresh'), { recursive: true }).sort()).toEqual([
      'a',
      join('a', 'index.html'),
      'index.html',
    ]);
  });

  it('has no file that looks otherwise', async () => {
    const looks = output('old', 'a.html', 'b.html');
    writeFileSync(join(folder, 'old/a.html'), 'changed by hand');
    await openSpareOutput(directory).take(join(folder, 'old'), looks);
    openSpareOutput(directory).moveTo(join(folder, 'fresh'));
    expect(readdirSync(join(folder, 'fresh'))).toEqual(['b.html']);
  });

  it('is there once, and not where there was none', async () => {
    const spare = openSpareOutput(directory);
    expect(spare.moveTo(join(folder, 'fresh'))).toBe(false);
    await spare.take(join(folder, 'old'), output('old', 'a.html'));
    expect(spare.moveTo(join(folder, 'fresh'))).toBe(true);
    expect(spare.moveTo(join(folder, 'another'))).toBe(false);
  });

  it('is none where nothing of an output is as it was', async () => {
    output('old', 'a.html');
    await openSpareOutput(directory).take(join(folder, 'old'), new Map());
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves a second one to whoever deletes it', async () => {
    const spare = openSpareOutput(directory);
    await spare.take(join(folder, 'old'), output('old', 'a.html'));
    await spare.take(join(folder, 'older'), output('older', 'b.html'));
    expect(existsSync(join(folder, 'older'))).toBe(true);
    spare.moveTo(join(folder, 'fresh'));
    expect(readdirSync(join(folder, 'fresh'))).toEqual(['a.html']);
  });

  it('begins with links to an output that stands, where there is none', async () => {
    output('site', 'a/b.html');
    const spare = openSpareOutput(directory);
    const link = spare.begin()!;
    link('a/b.html', join(folder, 'site/a/b.html'));
    link('gone.html', join(folder, 'site/gone.html'));
    expect(statSync(join(folder, 'site/a/b.html')).nlink).toBe(2);
    expect(spare.begin()).toBeUndefined();
    expect(spare.moveTo(join(folder, 'fresh'))).toBe(true);
    expect(readdirSync(join(folder, 'fresh'), { recursive: true }).sort()).toEqual([
      'a',
      join('a', 'b.html'),
    ]);
    await spare.take(join(folder, 'site'), new Map());
    expect(existsSync(directory)).toBe(false);
  });

  it('never touches a folder that is not ours', async () => {
    output('cache.spare', 'output/letter.txt');
    const spare = openSpareOutput(directory);
    expect(spare.moveTo(join(folder, 'fresh'))).toBe(false);
    rmSync(join(directory, 'output'), { recursive: true });
    writeFileSync(join(directory, 'letter.txt'), 'Dear Sir');
    expect(spare.begin()).toBeUndefined();
    await spare.take(join(folder, 'old'), output('old', 'a.html'));
    expect(readdirSync(directory)).toEqual(['letter.txt']);
    expect(readFileSync(join(folder, 'old/a.html'), 'utf8')).toBe('a.html');
  });
});
