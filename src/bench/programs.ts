import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program that the benchmark needs beside ours. */
export interface NeededProgram {
  readonly name: string;
  /** What is run: a path, or a name that is looked for as a shell would. */
  readonly command: string;
  readonly versionArgs: readonly string[];
  /** What to do when it is not there. */
  readonly install: string;
}

/** The programs of the peer, and the browser. A test puts others in their place. */
export interface Programs {
  readonly hugo: NeededProgram;
  readonly pagefind: NeededProgram;
  readonly chromium: NeededProgram;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The programs as they are found on this machine, from where the environment or the project names them. */
export function usualPrograms(environment: NodeJS.ProcessEnv): Programs {
  return {
    hugo: {
      name: 'Hugo',
      command: environment['HUGO_PATH'] ?? 'hugo',
      versionArgs: ['version'],
      install: 'On Debian, as root: apt-get install hugo. Or set HUGO_PATH to the program.',
    },
    pagefind: {
      name: 'Pagefind',
      command: `${root}node_modules/.bin/pagefind`,
      versionArgs: ['--version'],
      install: 'It comes with the packages of this project: npm ci.',
    },
    chromium: {
      name: 'Chromium',
      command: environment['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      versionArgs: ['--version'],
      install: 'On Debian, as root: apt-get install chromium. Or set CHROMIUM_PATH to the program.',
    },
  };
}

/** The version that a program tells in its first line, or undefined when it cannot be started. */
export function readVersion({ command, versionArgs }: NeededProgram): string | undefined {
  const { status, stdout } = spawnSync(command, versionArgs, { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split('\n')[0] : undefined;
}

/** Says that a program is missing, what is left out without it, and how to get it. */
export function sayMissing({ name, install }: NeededProgram, leftOut: string): string {
  return `${name} is not there, so ${leftOut} is left out. ${install}`;
}
