import { PublishError } from '../model/problem.ts';
import { countPublication } from '../ledger/count-publication.ts';
import { summariseBuild, type BuildKind } from '../ledger/summarise-build.ts';
import type { PlannedSite, PublishOptions } from '../publish.ts';
import { reportProblems } from '../report.ts';
import { guardProcess, writeFault } from './guard-process.ts';
import { parseBuildOptions } from './parse-build-options.ts';
import { showOnOutput } from './show-progress.ts';

/**
 * Runs one kind of build from the command line: reads the options, runs it, prints what was published and
 * withheld, or every problem. The answer is the exit status: 0 only when all that was asked for was done.
 */
export async function runBuild(
  build: (options: PublishOptions) => Promise<PlannedSite>,
  kind: BuildKind = 'published',
): Promise<0 | 1> {
  guardProcess();
  const parsed = parseBuildOptions(process.argv.slice(2), process.env);
  if ('refusal' in parsed) {
    process.stderr.write(`${parsed.refusal}\n`);
    return 1;
  }
  const { tell, say, close } = showOnOutput();
  try {
    const asked = { ...parsed.options, onProgress: tell, onNote: say };
    const { publication, plan, withheld, options } = await build(asked).finally(close);
    const counts = countPublication(publication);
    process.stdout.write(summariseBuild(counts, plan.pages.length, withheld.notes, options.date, kind));
    return 0;
  } catch (error) {
    if (error instanceof PublishError)
      reportProblems(error.problems, (text) => process.stderr.write(text), kind);
    else writeFault(error);
    return 1;
  }
}
