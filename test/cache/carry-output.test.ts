import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printWithheld } from '../../src/audit/withheld-prints.ts';
import { lookAt, looksOf } from '../../src/cache/file-look.ts';
import { keepFile } from '../../src/cache/file-store.ts';
import { carryOutput, type OutputFiles } from '../../src/publish/carry-output.ts';
import { inspectFiles } from '../../src/publish/inspect-files.ts';
import { keepFiles } from '../../src/publish/keep-files.ts';
import type { LastFile } from '../../src/publish/last-output.ts';
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
    return { file: nameOf(number), sha256: sha256Of(textOf(number)) };
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

describe.each([
  { how: 'at once', count: 20 },
  { how: 'in threads', count: 700 },
])('files whose looks were recorded, carried over $how', ({ count }) => {
  /** Seconds: a time that can be put back to the last nanosecond. */
  const written = 1_700_000_000;
  /** An output that is done and kept, with the list of its files. */
  function keepOutput(): readonly LastFile[] {
    const files = Array.from({ length: count }, (_, number) => nameOf(number));
    const first = join(folder, 'first');
    for (const [number, file] of files.entries()) {
      mkdirSync(dirname(join(first, file)), { recursive: true });
      writeFileSync(join(first, file), textOf(number));
      utimesSync(join(first, file), written, written);
    }
    waitForClock();
    const looks = looksOf(first, files, folder);
    return keepFiles(
      cache,
      first,
      files.map((file, number) => ({
        ...{ file, sha256: sha256Of(textOf(number)), isKept: false },
        look: looks.get(file)!,
      })),
    );
  }
  const carryFrom = async (last: readonly LastFile[], directory = cache): Promise<OutputFiles> => {
    const files = await carryOutput({ directory, lastFiles: () => last }, output).settle();
    for (const { file, sha256 } of last) files.take(file, sha256);
    return files;
  };
  /** Writes other bytes into a file, as many, and puts its time back. */
  function changeSecretly(path: string): void {
    const { size, mtimeMs } = statSync(path);
    const bytes = readFileSync(path);
    bytes[0]! ^= 1;
    writeFileSync(path, bytes);
    utimesSync(path, written, written);
    expect(statSync(path)).toMatchObject({ size, mtimeMs });
  }

  it('all have one, and stand in the new output with the look that they have there', async () => {
    const last = keepOutput();
    expect(last.filter(({ look }) => look === undefined)).toEqual([]);
    const { taken } = await carryFrom(last);
    expect(taken.size).toBe(count);
    for (const [file, { bytes, look }] of taken) {
      expect(look).toBe(lookAt(join(output, file)));
      expect(bytes).toBe(statSync(join(output, file)).size);
    }
  });

  it('are not read again', async () => {
    // Nobody but who reads them could know that this name is wrong.
    const last = keepOutput();
    const wrong = sha256Of('another page');
    keepFile(cache, wrong, join(folder, 'first', nameOf(3)));
    const look = lookAt(join(folder, 'first', nameOf(3)));
    const { taken } = await carryFrom([{ file: 'a.html', sha256: wrong, look }, ...last.slice(5)]);
    expect(taken.has('a.html')).toBe(true);
  });

  it.each([
    ['in the cache', (number: number) => keptPath(textOf(number))],
    ['in the output that stands', (number: number) => join(folder, 'first', nameOf(number))],
  ])('are found out where one was changed %s, with its size and time as they were', async (_, pathOf) => {
    const last = keepOutput();
    const files = [3, 4].map(nameOf);
    changeSecretly(pathOf(3));
    const { taken } = await carryFrom(last);
    expect(files.map((file) => taken.has(file))).toEqual([false, true]);
    expect(existsSync(join(output, nameOf(3)))).toBe(false);
  });

  it('are read where the cache was copied, and found out where the copy is not right', async () => {
    const last = keepOutput();
    const copy = join(folder, 'copy');
    cpSync(cache, copy, { recursive: true, preserveTimestamps: true });
    const damaged = keptPath(textOf(3)).replace(cache, copy);
    changeSecretly(damaged);
    const { taken } = await carryFrom(last, copy);
    expect([taken.has(nameOf(3)), taken.size]).toEqual([false, count - 1]);
    expect(readFileSync(join(output, nameOf(4)), 'utf8')).toBe(textOf(4));
  });

  it('stay where they stand in the new output already, and nothing else does', async () => {
    const first = keepOutput();
    await carryFrom(first);
    waitForClock();
    // As the next build finds it: the list has the looks of now.
    const last = first.map((each) => ({ ...each, look: lookAt(join(output, each.file)) }));
    changeSecretly(join(output, nameOf(3)));
    rmSync(join(output, nameOf(4)));
    writeFileSync(join(output, nameOf(5)), 'another');
    mkdirSync(join(output, 'by-hand'));
    writeFileSync(join(output, 'by-hand/index.html'), 'put here by hand');
    const before = statSync(join(output, nameOf(6)), { bigint: true }).ctimeNs;
    const files = await carryFrom(last);
    expect(existsSync(join(output, 'by-hand'))).toBe(false);
    expect([3, 4, 5, 6].map((number) => files.taken.has(nameOf(number)))).toEqual([false, true, false, true]);
    expect([3, 5].map((number) => existsSync(join(output, nameOf(number))))).toEqual([false, false]);
    expect(readFileSync(join(output, nameOf(4)), 'utf8')).toBe(textOf(4));
    expect(statSync(join(output, nameOf(6)), { bigint: true }).ctimeNs).toBe(before);
  });
});

/** Lets the clock of the disk go on, which tells times apart by some milliseconds. */
function waitForClock(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
}

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
    waitForClock();
    const looks = looksOf(output, files, folder);
    const options = { directory: output, files, prints, key, carried: carried.taken, looks, found };
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
    const last = [{ file: 'a.html', sha256: sha256Of(secretSentence) }];
    const files = await carryOutput({ directory: cache, lastFiles: () => last }, output).settle();
    files.take('a.html', sha256Of(secretSentence));
    const [inspected] = await inspectFiles({
      ...{ directory: output, files: ['a.html'], prints, key, carried: files.taken },
    });
    expect(inspected!.hits.found.length).toBeGreaterThan(0);
  });
});
