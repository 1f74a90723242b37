// `npm run fuzz -- --runs N [--seed S]`: generated contents, each with two variants of what is restricted, for as long as asked.

import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { compareVariants } from '../fuzz/compare-variants.ts';
import { publicSpec, restrictedSpec } from '../fuzz/content-spec.ts';

process.exitCode = fuzz(process.argv.slice(2));

function fuzz(args: readonly string[]): 0 | 1 {
  const request = parseRequest(args);
  if (request === undefined) {
    process.stderr.write('Write `npm run fuzz -- --runs 10000`, and `--seed 1234` to repeat a run.\n');
    return 1;
  }
  const { runs, seed } = request;
  process.stdout.write(`Seed ${seed}: ${runs} contents, two variants of each …\n`);
  let difference: string | undefined;
  let done = 0;
  const started = Date.now();
  const property = fc.property(publicSpec, restrictedSpec, restrictedSpec, (spec, first, second) => {
    done += 1;
    if (done % 1000 === 0)
      process.stdout.write(`${done} in ${Math.round((Date.now() - started) / 1000)} s\n`);
    const found = compareVariants(spec, first, second);
    if (found !== undefined) difference = found;
    return found === undefined;
  });
  const { failed, numRuns, counterexample, errorInstance } = fc.check(property, { numRuns: runs, seed });
  if (!failed) {
    process.stdout.write(
      `${numRuns} contents: restricted text changed nothing, none of it came out, nothing public was lost.\n`,
    );
    return 0;
  }
  process.stderr.write(
    `Content ${numRuns} of seed ${seed} fails. The smallest that fails so:\n\n${JSON.stringify(counterexample)}\n\nIn it ${thrown(errorInstance) ?? difference ?? ''}\n`,
  );
  return 1;
}

/** What a stage threw: withholding answers with problems, so that is an error in itself. */
function thrown(error: unknown): string | undefined {
  return error instanceof Error && !error.message.startsWith('Property failed')
    ? `a stage threw: ${error.stack}`
    : undefined;
}

function parseRequest(args: readonly string[]): { readonly runs: number; readonly seed: number } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { runs: { type: 'string' }, seed: { type: 'string' } },
    });
    const runs = Number(values.runs ?? 1000);
    const seed = Number(values.seed ?? Math.floor(Math.random() * 0x7fffffff));
    return Number.isSafeInteger(runs) && runs > 0 && Number.isSafeInteger(seed) ? { runs, seed } : undefined;
  } catch {
    return undefined;
  }
}
