import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Mutant, MutantOutcome } from './mutant.ts';

/** What of the project the tests need. */
const copied = [
  'src',
  'test',
  'templates',
  'content',
  'data',
  'scripts',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  '.eleventy.js',
];

const report = z.object({
  testResults: z.array(
    z.object({
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/**
 * Switches off each rule in turn in a copy of the project, which is deleted afterwards, and runs the tests that ought to
 * notice. `told` is called for each as soon as it is known what became of it.
 */
export async function runMutants(
  root: string,
  mutants: readonly Mutant[],
  told: (mutant: Mutant, outcome: MutantOutcome) => void,
): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), 'minutebook-mutants-'));
  try {
    for (const name of copied) await cp(join(root, name), join(copy, name), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const mutant of mutants) told(mutant, await runMutant(copy, mutant));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function runMutant(copy: string, { file, find, replace, tests }: Mutant): Promise<MutantOutcome> {
  const path = join(copy, file);
  const original = await readFile(path, 'utf8');
  // A rule that was rewritten must have its patch rewritten too: else it would pass for tested.
  if (original.split(find).length !== 2) return { kind: 'out of date' };
  await writeFile(
    path,
    original.replace(find, () => replace),
  );
  try {
    const failed = await findFailingTest(copy, tests);
    return failed === undefined ? { kind: 'survived' } : { kind: 'killed', by: failed };
  } finally {
    await writeFile(path, original);
  }
}

/** The name of the first test that fails, or the message of a file that does not load. */
async function findFailingTest(copy: string, tests: readonly string[]): Promise<string | undefined> {
  const output = join(copy, 'results.json');
  await rm(output, { force: true });
  const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs');
  const options = ['--bail=1', '--typecheck.enabled=false', '--reporter=json', `--outputFile=${output}`];
  const child = spawn(process.execPath, [vitest, 'run', ...tests, ...options], {
    cwd: copy,
    stdio: 'ignore',
  });
  await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const { testResults } = report.parse(JSON.parse(await readFile(output, 'utf8')));
  const failed = testResults
    .flatMap((each) => each.assertionResults)
    .find((test) => test.status === 'failed');
  const broken = testResults.find(
    (each) => each.assertionResults.length === 0 && (each.message ?? '') !== '',
  );
  return failed?.fullName ?? broken?.message?.split('\n')[0];
}
