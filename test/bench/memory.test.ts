import { expect, test } from 'vitest';
import { findProcessTree, parseProcessEntry } from '../../src/bench/measure/process-tree.ts';
import { runProgram } from '../../src/bench/measure/run-program.ts';

const megabyte = 1024 * 1024;
const rest = '20 0 7 0 3600 1000 500 18446744073709551615';

test('a process is read from its line, whatever its name is', () => {
  const line = `42 (a (strange) name) S 7 42 40 0 -1 0 0 0 0 0 0 0 0 0 20 0 7 0 3600 1000 512 ${rest}`;
  expect(parseProcessEntry(line)).toEqual({ id: 42, parent: 7, session: 40, pages: 512 });
  expect(parseProcessEntry('42')).toBeUndefined();
});

test('a tree holds children, their children and those whose parent has ended, and no others', () => {
  const entry = (
    id: number,
    parent: number,
    session: number,
  ): Parameters<typeof findProcessTree>[0][number] => ({
    ...{ id, parent, session, pages: 1 },
  });
  const entries = [entry(1, 0, 1), entry(10, 1, 10), entry(11, 10, 10), entry(12, 11, 12), entry(13, 1, 10), entry(20, 1, 20)]; // prettier-ignore
  expect([...findProcessTree(entries, 10).keys()]).toEqual([10, 11, 12, 13]);
});

test('the peak counts what a child of the program holds', async () => {
  const child = `const held = Buffer.alloc(${200 * megabyte}, 1); setTimeout(() => process.exit(held[0] - 1), 700)`;
  const parent = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`;
  const { peakBytes, seconds } = await runProgram({ command: process.execPath, args: ['-e', parent] });
  expect(seconds).toBeGreaterThan(0.7);
  if (process.platform === 'linux') {
    expect(peakBytes).toBeGreaterThan(200 * megabyte);
    expect(peakBytes).toBeLessThan(700 * megabyte);
  } else {
    expect(peakBytes).toBeUndefined();
  }
});

test('a program that fails is told with the last of what it printed', async () => {
  const args = ['-e', 'console.error("no room left"); process.exit(3)'];
  await expect(runProgram({ command: process.execPath, args })).rejects.toThrow(
    /ended with 3:\nno room left/,
  );
  await expect(runProgram({ command: 'no-such-program-here', args: [] })).rejects.toThrow(/ENOENT/);
});
