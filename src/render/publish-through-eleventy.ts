import type { EleventyConfig } from '@11ty/eleventy';
import type { Page } from '../model/page.ts';
import { assertEveryPageWritten } from './assert-every-page-written.ts';
import { configureEleventy } from './configure-eleventy.ts';
import { createPageRenderer } from './create-page-renderer.ts';
import { deferFailure } from './defer-failure.ts';

/** What comes before and after rendering; `src/publish.ts` has all three. */
export interface PublicationSteps<Prepared> {
  readonly prepare: () => Promise<Prepared>;
  readonly finish: (prepared: Prepared) => Promise<void>;
  readonly abandon: (prepared: Prepared) => Promise<void>;
}

interface ThroughEleventyOptions<Prepared> {
  readonly steps: PublicationSteps<Prepared>;
  readonly templatesDirectory: string;
  /** Prints what went wrong and ends the process: what is thrown through Eleventy is printed with its stack. */
  readonly stop: (error: unknown) => Promise<never>;
}

/**
 * Publishes from within a run of plain `npx eleventy`: everything before rendering now, while Eleventy reads its
 * configuration, and everything after it when Eleventy has written the pages. What fails leaves no new site.
 */
export async function publishThroughEleventy<
  Prepared extends { readonly plan: { readonly pages: readonly Page[] }; readonly outputDirectory: string },
>(
  config: EleventyConfig,
  { steps, templatesDirectory, stop }: ThroughEleventyOptions<Prepared>,
): Promise<void> {
  const prepared = await steps.prepare().catch(stop);
  const { plan, outputDirectory } = prepared;
  const { renderPage, throwFailure } = deferFailure(createPageRenderer(templatesDirectory));
  configureEleventy(config, { pages: plan.pages, outputDirectory, templatesDirectory, renderPage });
  config.on('eleventy.after', async ({ results, runMode, outputMode }) => {
    try {
      throwFailure();
      if (runMode !== 'build' || outputMode !== 'fs')
        throw new Error('Eleventy was told to do something else than to build a site.');
      assertEveryPageWritten(plan.pages, outputDirectory, results);
      await steps.finish(prepared);
    } catch (error) {
      await steps.abandon(prepared).finally(() => stop(error));
    }
  });
}
