// `npm start`: builds the site, serves it to this machine, and builds it again when something is saved.

import { buildApart } from '../command-line/build-apart.ts';
import { explainFailure } from '../command-line/explain-failure.ts';
import { guardProcess } from '../command-line/guard-process.ts';
import { showOnOutput } from '../command-line/show-progress.ts';
import { parseStartOptions, type StartOptions } from '../command-line/parse-start-options.ts';
import { countPublication } from '../ledger/count-publication.ts';
import { summariseBuild } from '../ledger/summarise-build.ts';
import { publish, templatesDirectory, type PublishOptions } from '../publish.ts';
import { createLiveSite } from '../publish/live-site.ts';
import { startSite, type BuiltSite } from '../serve/start-site.ts';

guardProcess();
const parsed = parseStartOptions(process.argv.slice(2), process.env);
if ('refusal' in parsed) refuse(parsed.refusal);
else await start(parsed);

async function start({ options, optionsNow, port }: StartOptions): Promise<void> {
  try {
    const site = await startSite({
      build: () => build(optionsNow(), () => optionsNow().date),
      buildApart: (write) => buildApart(optionsNow(), write),
      content: options.content,
      explainFailure,
      outputDirectory: options.output,
      watched: [options.content, options.data, templatesDirectory],
      port,
      write: (text) => process.stdout.write(text),
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => void site.close());
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
}

async function build(asked: PublishOptions, today: () => string): Promise<BuiltSite> {
  const { tell, say, close } = showOnOutput();
  const planned = await publish({ ...asked, onProgress: tell, onNote: say }).finally(close);
  const { publication, plan, withheld, site, options } = planned;
  return {
    basePath: site.basePath,
    summary: summariseBuild(countPublication(publication), plan.pages.length, withheld.notes, options.date),
    live: createLiveSite(planned, today),
  };
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
