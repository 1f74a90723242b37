import { PublishError } from '../model/problem.ts';
import { countPublication } from '../ledger/count-publication.ts';
import { summariseBuild } from '../ledger/summarise-build.ts';
import type { PlannedSite, PublishOptions } from '../publish.ts';
import { reportProblems } from '../report.ts';
import { parseBuildOptions } from './parse-build-options.ts';

/**
 * Runs one kind of build from the command line: reads the options, runs it, prints what was published and
 * withheld, or every problem. The answer is the exit status: 0 only when all that was asked for was done.
 */
export async function runBuild(build: (options: PublishOptions) => Promise<PlannedSite>): Promise<0 | 1> {
  const parsed = parseBuildOptions(process.argv.slice(2), process.env);
  if ('refusal' in parsed) {
    process.stderr.write(`${parsed.refusal}\n`);
    return 1;
  }
  try {
    const { publication, plan, withheld, options } = await build(parsed.options);
    process.stdout.write(summariseBuild(countPublication(publication), plan.pages.length, withheld, options.date));
    return 0;
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    reportProblems(error.problems, (text) => process.stderr.write(text));
    return 1;
  }
}
