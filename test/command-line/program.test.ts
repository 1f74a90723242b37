import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'minutebook-program-'));
  for (const each of ['scripts', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(each, join(project, each), { recursive: true });
  mkdirSync(join(project, 'src/commands'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  write('words.ts', `export const words: string = 'first';`);
  write('in-folder/say-in-thread.ts', `export const createAnswerer = (): (() => string) => () => 'thread';`);
  write(
    'commands/say.ts',
    `import { words } from '../words.ts';
console.log(words, new URL('../words.ts', import.meta.url).pathname, process.env['MINUTEBOOK_THREADS']);
if (process.argv[2] === 'fail') throw new TypeError('it fails');`,
  );
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(join(project, 'src', file, '..'), { recursive: true });
  writeFileSync(join(project, 'src', file), `${text}\n`);
}

function say(...args: string[]): { readonly stdout: string; readonly stderr: string } {
  const environment = { ...process.env };
  delete environment['MINUTEBOOK_THREADS'];
  return spawnSync(process.execPath, [join(project, 'scripts/run.mjs'), 'say', ...args], {
    ...{ encoding: 'utf8', env: environment },
  });
}

const bundles = (): string[] => readdirSync(join(project, '.minutebook/program'));

describe('a command', () => {
  it('is bundled with what its threads run, and files are looked for from where its sources stand', () => {
    const [words, path, threads] = say().stdout.trim().split(' ');
    expect([words, path]).toEqual(['first', join(project, 'src/words.ts')]);
    expect(readdirSync(threads!).sort()).toEqual(['say-in-thread.mjs', 'say.mjs']);
    expect(bundles()).toHaveLength(1);
  });

  it('is bundled anew when a source has changed, and the old bundle goes', () => {
    expect(say().stdout).toMatch(/^first /);
    const [old] = bundles();
    const path = join(project, 'src/words.ts');
    const { atime, mtime } = statSync(path);
    write('words.ts', `export const words: string = 'other';`);
    // Nor is a change overlooked that leaves size and times as they were.
    utimesSync(path, atime, mtime);
    expect(say().stdout).toMatch(/^other /);
    expect(bundles()).toHaveLength(1);
    expect(bundles()).not.toContain(old);
  });

  it('tells the line of the source when it fails', () => {
    expect(say('fail').stderr).toMatch(/TypeError: it fails\n\s+at .*src\/commands\/say\.ts:3/);
  });

  it('keeps the functions of the engine, whether it reads a PDF or not', () => {
    for (const file of ['model/pdf-js.ts', 'model/built-ins.ts'])
      write(file, readFileSync(join('src', file), 'utf8'));
    write(
      'commands/say.ts',
      `import { runInNewContext } from 'node:vm';
// A replacement may say that it is none; another realm's way of asking is not replaced.
const textOf = runInNewContext('Function.prototype.toString');
const areOwn = () =>
  [JSON.stringify, JSON.parse, Array.prototype.push].every((each) => textOf.call(each).includes('[native code]'));
console.log(areOwn());
const { Util } = await import('../model/pdf-js.ts');
console.log(areOwn(), typeof Util);`,
    );
    expect(say().stdout).toBe('true\ntrue function\n');
  });

  it('runs from its sources where no bundle can be written', () => {
    writeFileSync(join(project, '.minutebook'), '');
    expect(say().stdout).toBe(`first ${join(project, 'src/words.ts')} undefined\n`);
  });
});
