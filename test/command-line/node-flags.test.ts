import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { nodeFlagsOf } from '../../scripts/node-flags.mjs';

it.each(['build', 'start', 'check'])('Node is given flags for %s that it knows', (name) => {
  const flags = nodeFlagsOf(name);
  const { status, stdout } = spawnSync(
    process.execPath,
    [...flags, '--eval', 'console.log(process.execArgv.length)'],
    { encoding: 'utf8' },
  );
  expect([status, Number(stdout)]).toEqual([0, flags.length + 2]);
});

it('waits before it compiles what a command runs only for a moment, where Node does not by itself', () => {
  const waits = (name: string, version: string): boolean =>
    nodeFlagsOf(name, version).some((flag) => flag.startsWith('--interrupt-budget='));
  expect(waits('build', '20.19.0')).toBe(true);
  expect(waits('start', '20.19.0')).toBe(false);
  expect(waits('lint', '20.19.0')).toBe(false);
  expect(waits('build', '22.12.0')).toBe(false);
  expect(waits('build', '24.1.0')).toBe(false);
});
