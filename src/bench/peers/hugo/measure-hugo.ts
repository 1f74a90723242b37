import { join } from 'node:path';
import { runProgram, type Sample } from '../../measure/run-program.ts';
import { setAside } from '../../measure/set-aside.ts';
import type { Programs } from '../../programs.ts';

/** What one round of the peer took. */
export interface PeerRound {
  readonly render: Sample;
  readonly index: Sample;
}

/** One round of the peer: Hugo renders the site's sources in `folder`, then Pagefind's command line indexes what it made. */
export async function measureHugo(
  { hugo, pagefind }: Pick<Programs, 'hugo' | 'pagefind'>,
  folder: string,
): Promise<PeerRound> {
  const output = hugoOutput(folder);
  setAside(output);
  setAside(join(folder, 'resources'));
  const render = await runProgram({
    command: hugo.command,
    args: ['--quiet', '--source', folder, '--destination', output],
  });
  const index = await runProgram({ command: pagefind.command, args: ['--silent', '--site', output] });
  return { render, index };
}

/** Where the peer's site is made. */
export function hugoOutput(folder: string): string {
  return join(folder, 'public');
}
