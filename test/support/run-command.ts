import { spawn, type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { programOf } from '../../scripts/program.mjs';
import type { SiteFolders } from './build-fixture.ts';
import { fixtureDate } from './build-fixture.ts';

/** How a command ended, and what it printed. */
export interface Ended {
  /** Undefined when a signal ended it. */
  readonly status: number | undefined;
  readonly printed: string;
  readonly errors: string;
}

interface RunOptions {
  readonly environment?: { readonly [name: string]: string | undefined };
  readonly workingFolder?: string;
  /** Modules to load first: a fault to inject. */
  readonly preload?: string;
  /** Number of the account to run as; root alone can choose. */
  readonly account?: number;
}

/** Runs a command to its end as `npm run` does, without the installing. */
export async function runCommand(
  name: string,
  args: readonly string[],
  { environment = {}, workingFolder = process.cwd(), preload, account }: RunOptions = {},
): Promise<Ended> {
  const program = await programOf(name);
  const preloaded = preload === undefined ? [] : ['--import', fileUrl(preload)];
  const child = spawn(process.execPath, [...preloaded, ...program.args, ...args], {
    cwd: workingFolder,
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: resolve('tsconfig.json'),
      MINUTEBOOK_THREADS: program.threads,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(account === undefined ? {} : { uid: account }),
  });
  return await whenEnded(child);
}

/** The options that build a site for the fixtures' date. */
export function argumentsFor({ content, data, output }: SiteFolders, date = fixtureDate): readonly string[] {
  return ['--content', content, '--data', data, '--output', output, '--date', date];
}

/** Waits for a program to end, and gathers what it prints. */
export function whenEnded(child: ChildProcess): Promise<Ended> {
  let printed = '';
  let errors = '';
  child.stdout?.on('data', (part: Buffer) => (printed += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (errors += part.toString()));
  return new Promise((done) => {
    child.on('close', (code) => done({ status: code ?? undefined, printed, errors }));
  });
}

function fileUrl(path: string): string {
  return pathToFileURL(resolve(path)).href;
}
