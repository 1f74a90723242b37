import type { EleventyConfig } from '@11ty/eleventy';
import { countPublication } from '../ledger/count-publication.ts';
import { summariseBuild } from '../ledger/summarise-build.ts';
import {
  abandonPublication,
  finishPublication,
  preparePublication,
  templatesDirectory,
  type PreparedSite,
} from '../publish.ts';
import { publishThroughEleventy } from '../render/publish-through-eleventy.ts';
import { explainFailure } from './explain-failure.ts';
import { findRefusal } from './find-refusal.ts';
import { parseBuildOptions } from './parse-build-options.ts';

/**
 * Makes plain `npx eleventy` the same build as `npm run build`, checks and swap included. A switch that would go
 * round them, and whatever else stops the build, is printed in words and ends the process with 1.
 */
export async function runEleventy(config: EleventyConfig): Promise<void> {
  const runMode = process.env['ELEVENTY_RUN_MODE'];
  // Tools that look at a project call its configurations too: knip was ended by the refusal below.
  if (runMode === undefined) throw new Error('Only Eleventy builds the site from this configuration.');
  const refusal = findRefusal(process.argv.slice(2), runMode);
  if (refusal !== undefined) return stop(refusal);
  const parsed = parseBuildOptions([], process.env);
  if ('refusal' in parsed) return stop(`${parsed.refusal}\n`);
  const { options } = parsed;
  await publishThroughEleventy(config, {
    steps: {
      prepare: () => preparePublication(options),
      finish: async (prepared: PreparedSite) => {
        await finishPublication(prepared);
        const { publication, plan, withheld } = prepared;
        process.stdout.write(
          summariseBuild(countPublication(publication), plan.pages.length, withheld.notes, options.date),
        );
      },
      abandon: abandonPublication,
    },
    templatesDirectory,
    stop: (error) => stop(explainFailure(error)),
  });
}

/** Ends the process once all is printed: on some systems, ending at once cuts off what a pipe has not yet taken. */
async function stop(text: string): Promise<never> {
  await new Promise((resolve) => process.stderr.write(text, resolve));
  process.exit(1);
}
