// `npm run accessibility`: builds the site aside, looks at every page of it, and keeps the result in `data/` for the statement.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSite } from '../accessibility/check-site.ts';
import { formatRun } from '../accessibility/format-run.ts';
import { openBrowser } from '../accessibility/open-browser.ts';
import { guardProcess, writeFault } from '../command-line/guard-process.ts';
import { parseBuildOptions } from '../command-line/parse-build-options.ts';
import { countOf } from '../model/count-of.ts';
import type { AccessibilityRun } from '../model/accessibility-run.ts';
import { PublishError } from '../model/problem.ts';
import { publish, type PublishOptions } from '../publish.ts';
import { accessibilityRunFile } from '../publish/read-site.ts';
import { reportProblems } from '../report.ts';
import { serveSite } from '../serve/serve-site.ts';

guardProcess();
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const parsed = parseBuildOptions(process.argv.slice(2), process.env);
if ('refusal' in parsed) {
  process.stderr.write(`${parsed.refusal}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = await checkAndKeep(parsed.options);
}

/** Ends with 0 when nothing was found, with 1 when something was or the site cannot be built. */
async function checkAndKeep(options: PublishOptions): Promise<0 | 1> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-accessibility-'));
  try {
    const run = await look({ ...options, output: join(folder, '_site'), cache: undefined });
    const kept = join(options.data, accessibilityRunFile);
    await writeFile(kept, formatRun(run));
    print(
      `${countOf(run.checks, 'check', 'checks')} of ${countOf(run.pages, 'page', 'pages')}; rules broken: ${run.violations.length}. Kept in ${kept}.`,
    );
    print('The next build says so in the accessibility statement.');
    return run.violations.length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof PublishError) reportProblems(error.problems, (text) => process.stderr.write(text));
    else writeFault(error);
    return 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The standing site is not touched: what is looked at is a build of its own. */
async function look(options: PublishOptions): Promise<AccessibilityRun> {
  const { site, plan } = await publish(options);
  const server = await serveSite({ directory: options.output, basePath: () => site.basePath, port: 0 });
  const browser = await openBrowser();
  try {
    const urls = plan.pages.map(({ address }) => server.url() + address.slice(1));
    return await checkSite(browser, urls, options.date, print);
  } finally {
    await browser.close();
    await server.close();
  }
}
