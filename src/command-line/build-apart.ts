import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { PublishOptions } from '../publish.ts';
import type { BuildApart } from '../serve/start-site.ts';

// As a user runs it: how a command is made to run is that script's own.
const runner = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));

/** Builds a site in a process of its own, with the same options, so that this one goes on serving. What it prints is written. */
export function buildApart(options: PublishOptions, write: (text: string) => void): BuildApart {
  const { content, data, output, date, cache } = options;
  const asked = Object.entries({ content, data, output, date, cache }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
  const child = spawn(process.execPath, [runner, 'build', ...asked], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  giveWay(child.pid);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', write);
  return {
    finished: new Promise((resolve) => {
      child.once('error', () => {
        write('The build could not be started.\n');
        resolve(false);
      });
      child.once('close', (status) => resolve(status === 0));
    }),
    stop: () => child.kill(),
  };
}

/** What is saved next should not wait for the build. */
function giveWay(process: number | undefined): void {
  try {
    if (process !== undefined) setPriority(process, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not let us.
  }
}
