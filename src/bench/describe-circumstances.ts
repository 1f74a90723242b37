import { spawnSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readVersion, type Programs } from './programs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a reader must know to make sense of a time: versions, cores and memory, as name and value. */
export function describeCircumstances(programs: Programs): [name: string, value: string][] {
  const processors = cpus();
  return [
    ['Minutebook', commit()],
    ['Node', process.versions.node],
    ...[programs.hugo, programs.pagefind, programs.chromium].map((program): [string, string] => [
      program.name,
      readVersion(program) ?? 'not there',
    ]),
    ['System', `${type()} ${release()}`],
    ['Processor', `${processors.length} cores, ${processors[0]?.model.trim() ?? 'unknown'}`],
    ['Memory', `${Math.round(totalmem() / 1024 ** 3)} GiB`],
  ];
}

/** The commit that is measured, and whether files differ from it. */
function commit(): string {
  const git = (...args: readonly string[]): string =>
    spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
  const name = git('rev-parse', '--short=10', 'HEAD');
  if (name === '') return 'unknown commit';
  return git('status', '--porcelain', '--untracked-files=no') === '' ? name : `${name}, with changes`;
}
