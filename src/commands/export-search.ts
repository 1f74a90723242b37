// `npm run export-search`: writes what is public as files for OpenSearch, for sites with more papers than the search in
// the browser can serve. The folder is not the site's, and is searched for withheld text as a site is.

import { fileURLToPath } from 'node:url';
import { guardProcess, writeFault } from '../command-line/guard-process.ts';
import { parseBuildOptions } from '../command-line/parse-build-options.ts';
import { countOf } from '../model/count-of.ts';
import { PublishError } from '../model/problem.ts';
import { planPublication, type PublishOptions } from '../publish.ts';
import { exportSearch, mappingFile } from '../publish/export-search.ts';
import { reportProblems } from '../report.ts';

const ownFolder = fileURLToPath(new URL('../../_opensearch', import.meta.url));

guardProcess();
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<0 | 1> {
  const isNamed = args.some((arg) => /^--output(?:=|$)/.test(arg));
  const parsed = parseBuildOptions(isNamed ? args : [...args, '--output', ownFolder], process.env);
  if ('refusal' in parsed) {
    process.stderr.write(`${parsed.refusal}\n`);
    return 1;
  }
  try {
    await write(parsed.options);
    return 0;
  } catch (error) {
    if (error instanceof PublishError) reportProblems(error.problems, (text) => process.stderr.write(text));
    else writeFault(error);
    return 1;
  }
}

async function write(options: PublishOptions): Promise<void> {
  const { documents, pieces } = await exportSearch(
    await planPublication({ ...options, cache: undefined, checksAddresses: false }),
  );
  process.stdout.write(
    [
      `${countOf(documents, 'document', 'documents')} in ${countOf(pieces.length, 'file', 'files')}, and ${mappingFile}: ${options.output}`,
      'To load them into OpenSearch, in that folder (HOST is its address, papers the name of a new index):',
      `    curl -X PUT HOST/papers -H 'Content-Type: application/json' --data-binary @${mappingFile}`,
      "    for file in bulk-*.ndjson; do curl -X POST HOST/papers/_bulk -H 'Content-Type: application/x-ndjson' --data-binary @$file; done",
      'Load each export into a new index and turn an alias to it: what is no longer public must not stay in the old one.',
      '',
    ].join('\n'),
  );
}
