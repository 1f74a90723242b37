import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareFolders } from '../measure/compare-folders.ts';
import { runProgram, type Sample } from '../measure/run-program.ts';
import { forget, ourCommand, outputOf, partCommand, type OurFolders } from './our-commands.ts';

/** What a site that was made in two parts took. */
export interface PartsMeasurement {
  /** Each of the two processes, which ran at the same time. */
  readonly parts: readonly Sample[];
  readonly join: Sample;
  /** Files in which the joined site differs from that of one build. */
  readonly differingFiles: readonly string[];
}

const name = 'in-parts';

/** Makes two parts of the bodies at the same time, each in a process of its own, joins them, and compares with the site that stands under `whole`. */
export async function measureParts(folders: OurFolders, whole: string): Promise<PartsMeasurement> {
  forget(folders, name);
  const caches = [1, 2].map((part) => join(folders.work, name, `part-${part}`));
  const key = randomBytes(32).toString('hex');
  for (const cache of [...caches, join(folders.work, name, 'cache')]) {
    mkdirSync(dirname(cache), { recursive: true });
    writeFileSync(`${cache}.key`, `${key}\n`, { mode: 0o600 });
  }
  const parts = await Promise.all(
    caches.map((cache, index) => runProgram(partCommand(folders, `${index + 1}/2`, cache))),
  );
  const build = ourCommand('build', folders, name);
  const joining = { ...build, args: [...build.args, ...caches.flatMap((cache) => ['--join', cache])] };
  const joined = await runProgram(joining);
  const differingFiles = compareFolders(outputOf(folders, name), outputOf(folders, whole));
  forget(folders, name);
  return { parts, join: joined, differingFiles };
}
