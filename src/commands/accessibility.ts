// `npm run accessibility`: builds the site, looks at every page of it, and keeps the result for the accessibility statement.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSite } from '../accessibility/check-site.ts';
import { formatRun } from '../accessibility/format-run.ts';
import { openBrowser } from '../accessibility/open-browser.ts';
import { runBuild } from '../command-line/run-build.ts';
import { publish, type PlannedSite, type PublishOptions } from '../publish.ts';
import { accessibilityRunFile } from '../publish-site.ts';
import { serveSite } from '../serve/serve-site.ts';

process.exitCode = await runBuild(look);

/** Builds into a folder of its own, so that the standing site is not touched, and writes what was found into `data/`. */
async function look(options: PublishOptions): Promise<PlannedSite> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-accessibility-'));
  const output = join(folder, '_site');
  try {
    const planned = await publish({ ...options, output });
    const { basePath } = planned.site;
    const server = await serveSite({ directory: output, basePath: () => basePath, port: 0 });
    const browser = await openBrowser();
    const urls = planned.plan.pages.map(({ address }) => server.url() + address.slice(1));
    const run = await checkSite(browser, urls, options.date, options.onProgress);
    await browser.close();
    await server.close();
    await writeFile(join(options.data, accessibilityRunFile), formatRun(run));
    options.onProgress?.(
      `Written to ${join(options.data, accessibilityRunFile)}: ${run.checks} checks of ${run.pages} pages, ${run.violations.length} rules broken. The next build says so in the accessibility statement.`,
    );
    return planned;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
