// `npm run build-part -- --part 1/3 --cache FOLDER`: makes a part of the site, for a build that joins the parts.

import { guardProcess, writeFault } from '../command-line/guard-process.ts';
import { parsePartOptions, type PartOptions } from '../command-line/parse-part-options.ts';
import { showOnOutput } from '../command-line/show-progress.ts';
import { countPublication } from '../ledger/count-publication.ts';
import { summarisePart } from '../ledger/summarise-build.ts';
import { PublishError } from '../model/problem.ts';
import { publishPart } from '../publish/publish-part.ts';
import { reportProblems } from '../report.ts';

guardProcess();
const parsed = parsePartOptions(process.argv.slice(2), process.env);
if ('refusal' in parsed) {
  process.stderr.write(`${parsed.refusal}\n`);
  process.exitCode = 1;
} else process.exitCode = await makePart(parsed);

async function makePart({ options, part }: PartOptions): Promise<0 | 1> {
  const { tell, say, close } = showOnOutput();
  try {
    const asked = { ...options, onProgress: tell, onNote: say };
    const { publication } = await publishPart(asked, part).finally(close);
    process.stdout.write(summarisePart(countPublication(publication), part, options.cache));
    return 0;
  } catch (error) {
    if (error instanceof PublishError)
      reportProblems(error.problems, (text) => process.stderr.write(text), 'part');
    else writeFault(error);
    return 1;
  }
}
