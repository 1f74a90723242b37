// `npm run bench`: measures us and what a user would otherwise pick, alternately, and prints the ratios. `--write` puts them into BENCHMARKS.md.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatLimits } from '../bench/limits/format-limits.ts';
import { parseBenchOptions, type BenchRequest } from '../bench/parse-bench-options.ts';
import { usualPrograms } from '../bench/programs.ts';
import { runBench } from '../bench/run-bench.ts';
import { formatText } from '../bench/table/format-table.ts';
import { writeResults } from '../bench/table/write-results.ts';

const page = fileURLToPath(new URL('../../BENCHMARKS.md', import.meta.url));
const request = parseBenchOptions(process.argv.slice(2));
if ('refusal' in request) {
  process.stderr.write(`${request.refusal}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = await bench(request);
}

/** Ends with 1 when something that was asked for could not be measured. */
async function bench({ work: chosen, writes, ...asked }: BenchRequest): Promise<0 | 1> {
  const work = chosen === undefined ? mkdtempSync(join(tmpdir(), 'minutebook-bench-')) : resolve(chosen);
  mkdirSync(work, { recursive: true });
  if (chosen === undefined) process.once('exit', () => rmSync(work, { recursive: true, force: true }));
  // Stopped by a signal, Node would neither end the programs that are being measured nor delete what they made.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  const run = await runBench({
    ...asked,
    work,
    programs: usualPrograms(process.env),
    say: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`${formatText(run)}\n${formatLimits(run)}\n`);
  if (writes) await writeResults(page, run);
  return run.missing.length > 0 || run.sizes.some(({ failures }) => failures.length > 0) ? 1 : 0;
}
