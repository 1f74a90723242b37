import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDirectory, readFiles } from '../render/render-fixture.ts';

// The real command in a project of its own: our `.eleventy.js` and stages, with a small `src/publish.ts`.

/** A publication of one page, that says in files what was called. */
const publish = `
import { appendFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { problemAt, PublishError } from './model/problem.ts';
export const templatesDirectory = process.cwd() + '/templates';
const say = (text: string) => appendFileSync('calls.txt', text + '\\n');
const problem = () => new PublishError([problemAt({ file: 'content/a.md', line: 7, column: 1 }, 'some-code', 'It is wrong.', 'Write it right.')]);
export async function preparePublication() {
  say('prepare');
  if (process.env.FAIL === 'prepare') throw problem();
  if (process.env.FAIL === 'fault') throw new Error('The disk is full.', { cause: new Error('ENOSPC') });
  mkdirSync('_site.new');
  const props = process.env.FAIL === 'render' ? {} : { title: 'A {{ 7*7 }}' };
  return { publication: { bodies: [] }, withheld: { notes: [] }, plan: { pages: [{ address: '/a/', file: 'a/index.html', template: 'paper', props }] }, outputDirectory: process.cwd() + '/_site.new' };
}
export async function finishPublication() {
  say('finish');
  if (process.env.FAIL === 'finish') throw problem();
  rmSync('_site', { recursive: true, force: true });
  renameSync('_site.new', '_site');
}
export async function abandonPublication() {
  say('abandon');
  rmSync('_site.new', { recursive: true });
}
`;

const report = `
export function reportProblems(problems: readonly { file: string; line: number; what: string }[], write: (text: string) => void) {
  for (const { file, line, what } of problems) write(file + ':' + line + ' ' + what + '\\n');
}
`;

function makeProject(): string {
  const directory = makeDirectory();
  for (const path of ['.eleventy.js', 'src', 'templates/page.njk']) {
    cpSync(path, join(directory, path), { recursive: true });
  }
  mkdirSync(join(directory, 'content'));
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  writeFileSync(join(directory, 'package.json'), '{"type": "module"}');
  writeFileSync(join(directory, 'src/publish.ts'), publish);
  writeFileSync(join(directory, 'src/report.ts'), report);
  mkdirSync(join(directory, 'templates/pages'));
  writeFileSync(join(directory, 'templates/pages/paper.njk'), '<h1>{{ props.title }}</h1>');
  mkdirSync(join(directory, '_site'));
  writeFileSync(join(directory, '_site/old.html'), 'old');
  return directory;
}

function runEleventy(
  directory: string,
  args: readonly string[],
  environment: { [name: string]: string } = {},
): Promise<{ status: number; printed: string }> {
  const command = resolve('node_modules/@11ty/eleventy/cmd.cjs');
  return new Promise((done) => {
    execFile(
      process.execPath,
      [command, ...args],
      { cwd: directory, env: { ...process.env, ...environment } },
      (error, output, errors) => {
        done({ status: typeof error?.code === 'number' ? error.code : 0, printed: output + errors });
      },
    );
  });
}

const old = { 'old.html': 'old' };
const sites = (directory: string): unknown => ({
  site: readFiles(join(directory, '_site')),
  calls: readFiles(directory)['calls.txt']?.trim().split('\n') ?? [],
  hasNewFolder: Object.keys(readFiles(directory)).some((file) => file.startsWith('_site.new')),
});

describe('npx eleventy', () => {
  it('prepares, renders, finishes and swaps', async () => {
    const directory = makeProject();
    const { status, printed } = await runEleventy(directory, []);
    expect({ status, printed }).toEqual({
      status: 0,
      printed: expect.stringMatching(/^Published as of .*: 1 page, /),
    });
    expect(sites(directory)).toEqual({
      site: { 'a/index.html': '<h1>A {{ 7*7 }}</h1>' },
      calls: ['prepare', 'finish'],
      hasNewFolder: false,
    });
  });

  it.each([
    ['prepare', 'content/a.md:7 It is wrong.\n', ['prepare']],
    ['fault', 'Minutebook failed while it was building the site', ['prepare']],
    ['render', 'templates/pages/paper.njk:1 The page /a/ could not be made', ['prepare', 'abandon']],
    ['finish', 'content/a.md:7 It is wrong.\n', ['prepare', 'finish', 'abandon']],
  ])(
    'says what is wrong when it fails at %s, in our words and without a stack, and leaves the site as it was',
    async (stage, words, calls) => {
      const directory = makeProject();
      const { status, printed } = await runEleventy(directory, [], { FAIL: stage });
      expect(status).toBe(1);
      expect(printed).toContain(words);
      expect(printed).not.toMatch(/^\s+at |stack trace|11ty/m);
      expect(sites(directory)).toEqual({ site: old, calls, hasNewFolder: false });
    },
  );

  it.each([
    ['--dryrun'],
    ['--serve'],
    ['--watch'],
    ['--input=content'],
    ['--output=elsewhere'],
    ['--incremental'],
    ['--formats=md'],
    ['--to=json'],
    ['--ignore-initial'],
    ['--pathprefix=x'],
  ])('refuses %s before anything is read', async (...args) => {
    const directory = makeProject();
    const { status, printed } = await runEleventy(directory, args);
    expect(status).toBe(1);
    expect(printed).toMatch(/^Nothing was built: `--.*\nRun .*\n$|^Nothing was built: `--.*\nWrite .*\n$/);
    expect(sites(directory)).toEqual({ site: old, calls: [], hasNewFolder: false });
  });
});
