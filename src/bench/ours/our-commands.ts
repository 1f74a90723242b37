import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseBuildOptions } from '../../command-line/parse-build-options.ts';
import { corpusDate } from '../corpus/write-corpus.ts';
import type { Program } from '../measure/run-program.ts';
import { setAside } from '../measure/set-aside.ts';

/** Folders of a site of ours that is being measured. */
export interface OurFolders {
  readonly content: string;
  readonly data: string;
  /** Whatever is made: output and cache of each name stand in it. */
  readonly work: string;
}

const runner = fileURLToPath(new URL('../../../scripts/run.mjs', import.meta.url));

/** Where the site of a name is made. */
export function outputOf({ work }: OurFolders, name: string): string {
  return join(work, name, '_site');
}

/** A command of ours as users start it, writing to the output of that name. */
export function ourCommand(command: 'build' | 'start', folders: OurFolders, name: string): Program {
  const { content, data } = folders;
  const args = [
    ...[runner, command, '--content', content, '--data', data],
    ...['--output', outputOf(folders, name), '--date', corpusDate],
  ];
  return {
    command: process.execPath,
    args: hasCacheOption() ? [...args, '--cache', join(folders.work, name, 'cache')] : args,
  };
}

/** The command that makes a part of the bodies (`1/2`) alone and keeps it in a folder. */
export function partCommand({ content, data }: OurFolders, part: string, cache: string): Program {
  const args = ['--part', part, '--cache', cache, '--content', content, '--data', data, '--date', corpusDate];
  return { command: process.execPath, args: [runner, 'build-part', ...args] };
}

/** Puts output, cache and all else that builds of that name have left aside, so that the next one is cold. */
export function forget({ work }: OurFolders, name: string): void {
  setAside(join(work, name));
}

/** A cache that the build keeps where it pleases would make the next cold run a warm one; one beside the output is put aside with it. */
function hasCacheOption(): boolean {
  return !('refusal' in parseBuildOptions(['--cache', 'somewhere'], {}));
}
