import Eleventy from '@11ty/eleventy';
import type { Page } from '../model/page.ts';
import { assertEveryPageWritten } from './assert-every-page-written.ts';
import { configureEleventy } from './configure-eleventy.ts';
import { createPageRenderer } from './create-page-renderer.ts';
import { deferFailure } from './defer-failure.ts';

interface RenderOptions {
  readonly pages: readonly Page[];
  /** An empty folder: Eleventy never removes what an earlier build left in it. */
  readonly outputDirectory: string;
  readonly templatesDirectory: string;
}

/**
 * Render stage: pages in, one file each out, written by Eleventy. Each file depends on its own page alone, and no
 * other file is written. Throws when a page cannot be rendered, and prints nothing.
 */
export async function renderPages({
  pages,
  outputDirectory,
  templatesDirectory,
}: RenderOptions): Promise<void> {
  const { renderPage, throwFailure } = deferFailure(createPageRenderer(templatesDirectory));
  const eleventy = new Eleventy(undefined, undefined, {
    configPath: false,
    quietMode: true,
    config: (config) => configureEleventy(config, { pages, outputDirectory, templatesDirectory, renderPage }),
  });
  eleventy.disableLogger();
  const [, written] = await eleventy.write();
  throwFailure();
  assertEveryPageWritten(pages, outputDirectory, written);
}
