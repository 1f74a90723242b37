import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readData } from '../../src/read/read-data.ts';
import { readFolder } from '../../src/read/read-folder.ts';
import { expectProblems } from '../support/expect-problems.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minutebook-data-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('readData', () => {
  it('reads YAML files by name, with LF and without a byte order mark', async () => {
    await writeFile(join(directory, 'site.yaml'), '\ufeffname: A\r\n');
    await writeFile(join(directory, 'glossary.yaml'), 'A: B\n');
    await writeFile(join(directory, 'notes.txt'), 'x');
    const { files, problems } = await readData(directory);
    expectProblems(problems, []);
    expect([...files]).toEqual([
      ['glossary.yaml', 'A: B\n'],
      ['site.yaml', 'name: A\n'],
    ]);
  });

  it('refuses a folder without settings, and one that is not there', async () => {
    expectProblems((await readData(directory)).problems, [['site.yaml', 1, 'settings-missing']]);
    expectProblems((await readData(join(directory, 'no'))).problems, [['site.yaml', 1, 'settings-missing']]);
  });

  it('names a file that it cannot open', async () => {
    await mkdir(join(directory, 'site.yaml'));
    expectProblems((await readData(directory)).problems, [['site.yaml', 1, 'file-unreadable']]);
  });
});

describe('readFolder', () => {
  it('gives every file below a folder, in the order of the paths', async () => {
    await mkdir(join(directory, 'b'));
    await writeFile(join(directory, 'b', 'c.txt'), '2');
    await writeFile(join(directory, 'a.txt'), '1');
    const files = await readFolder(directory);
    expect(files.map(({ file, bytes }) => [file, String(bytes)])).toEqual([
      ['a.txt', '1'],
      ['b/c.txt', '2'],
    ]);
  });
});
