import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printWithheld } from '../../src/audit/withheld-prints.ts';
import { keepFile } from '../../src/cache/file-store.ts';
import { carryOutput, type OutputFiles } from '../../src/publish/carry-output.ts';
import { inspectFiles } from '../../src/publish/inspect-files.ts';
import { secretPaper, secretSentence, withheld, withheldPiece } from '../audit/audit-fixture.ts';
import { digestOf } from '../support/build-fixture.ts';

let folder: string;
let cache: string;
let output: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carry-test-'));
  cache = join(folder, 'cache');
  output = join(folder, 'output');
});
afterEach(() => rmSync(folder, { recursive: true }));

const textOf = (number: number): string => `page ${number}`;
const nameOf = (number: number): string => `folder-${number % 7}/${number}.html`;
const sha256Of = (text: string): string => digestOf(Buffer.from(text));
const keptPath = (text: string): string => {
  const sha256 = sha256Of(text);
  return join(cache, 'files', sha256.slice(0, 2), sha256.slice(2));
};

/** An output into which the files of the last one are carried. */
async function carry(
  count: number,
  damage: (numbers: number) => void = () => undefined,
): Promise<OutputFiles> {
  const last = Array.from({ length: count }, (_, number) => {
    const path = join(folder, 'draft');
    writeFileSync(path, textOf(number));
    keepFile(cache, sha256Of(textOf(number)), path);
    rmSync(path);
    damage(number);
    return [nameOf(number), sha256Of(textOf(number))] as const;
  });
  return await carryOutput({ directory: cache, lastFiles: () => last }, output).settle();
}

describe.each([
  { how: 'at once', count: 20 },
  { how: 'in threads', count: 700 },
])('files of the last output that are carried over $how', ({ count }) => {
  it('stand in the new one, and are taken where they are the same', async () => {
    const files = await carry(count);
    for (let number = 0; number < count; number += 1)
      expect(readFileSync(join(output, nameOf(number)), 'utf8')).toBe(textOf(number));
    expect(files.take(nameOf(3), sha256Of(textOf(3)))).toBe(true);
    expect(files.take(nameOf(4), sha256Of(textOf(3)))).toBe(false);
    expect([...files.taken.keys()]).toEqual([nameOf(3)]);
  });

  it('are not there when they were damaged', async () => {
    const files = await carry(count, (number) => {
      if (number === 5) appendFileSync(keptPath(textOf(5)), '!');
    });
    expect(files.take(nameOf(5), sha256Of(textOf(5)))).toBe(false);
    expect(existsSync(join(output, nameOf(5)))).toBe(false);
    expect(files.take(nameOf(6), sha256Of(textOf(6)))).toBe(true);
  });

  it('are gone again when nobody takes them', async () => {
    const files = await carry(count);
    files.take(nameOf(3), sha256Of(textOf(3)));
    files.dropOthers((file) => file !== nameOf(4));
    const standing = [3, 4, 5].map((number) => existsSync(join(output, nameOf(number))));
    expect(standing).toEqual([true, true, false]);
  });

  it('are written anew where they have changed, and what is kept is not written over', async () => {
    const files = await carry(count);
    files.write(nameOf(3), textOf(3));
    expect(statSync(join(output, nameOf(3))).nlink).toBe(2);
    files.write(nameOf(4), 'another');
    expect(readFileSync(join(output, nameOf(4)), 'utf8')).toBe('another');
    expect(readFileSync(keptPath(textOf(4)), 'utf8')).toBe(textOf(4));
    expect(() => files.write(nameOf(4), 'a third')).toThrow('EEXIST');
  });
});

describe('the audit of files that were carried over', () => {
  const key = randomBytes(32);
  const prints = printWithheld(withheld([withheldPiece(secretPaper)]), key);
  const nothing = { hits: { found: [], stems: [], attachments: [] }, unreadable: [] };

  it('knows them, and reads those again that somebody has written to since', async () => {
    const carried = await carry(20);
    const found = new Map(Array.from({ length: 20 }, (_, number) => [sha256Of(textOf(number)), nothing]));
    const files = [nameOf(3), nameOf(4)];
    for (const number of [3, 4]) carried.take(nameOf(number), sha256Of(textOf(number)));
    writeFileSync(join(output, nameOf(4)), secretSentence);
    const options = { directory: output, files, prints, key, carried: carried.taken, found };
    const inspected = new Map((await inspectFiles(options)).map((each) => [each.file, each]));
    expect(inspected.get(nameOf(3))).toMatchObject({ sha256: sha256Of(textOf(3)), bytes: 6, ...nothing });
    expect(inspected.get(nameOf(4))!.sha256).toBe(sha256Of(secretSentence));
    expect(inspected.get(nameOf(4))!.hits.found.length).toBeGreaterThan(0);
  });

  it('searches them all where something else is withheld than before', async () => {
    const carried = await carry(20);
    carried.take(nameOf(3), sha256Of(textOf(3)));
    const path = join(folder, 'draft');
    writeFileSync(path, secretSentence);
    keepFile(cache, sha256Of(secretSentence), path);
    const last = [['a.html', sha256Of(secretSentence)]] as const;
    const files = await carryOutput({ directory: cache, lastFiles: () => last }, output).settle();
    files.take('a.html', sha256Of(secretSentence));
    const [inspected] = await inspectFiles({
      ...{ directory: output, files: ['a.html'], prints, key, carried: files.taken },
    });
    expect(inspected!.hits.found.length).toBeGreaterThan(0);
  });
});
