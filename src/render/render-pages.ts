import { setImmediate as othersHaveATurn } from 'node:timers/promises';
import type { Page } from '../model/page.ts';
import { assertEveryPageWritten } from './assert-every-page-written.ts';
import { configureEleventy } from './configure-eleventy.ts';
import { createPageRenderer, type RenderPage } from './create-page-renderer.ts';
import { deferFailure } from './defer-failure.ts';

/** Pages, and where they go. */
export interface RenderOptions {
  readonly pages: readonly Page[];
  /** An empty folder: Eleventy never removes what an earlier build left in it. */
  readonly outputDirectory: string;
  readonly templatesDirectory: string;
  /** Called at each page. */
  readonly onPage?: () => void;
}

/** What threads have to say waits for as long, in thousandths of a second: they have nothing to do meanwhile. */
const longestWait = 20;

/** Eleventy holds all that it renders in memory until it is done. */
const pagesAtOnce = 500;

/**
 * Render stage: pages in, one file each out, written by Eleventy. Each file depends on its own page alone, and no
 * other file is written. Throws when a page cannot be rendered, and prints nothing.
 */
export async function renderPages({
  pages,
  outputDirectory,
  templatesDirectory,
  onPage = () => undefined,
}: RenderOptions): Promise<void> {
  const render = createPageRenderer(templatesDirectory);
  let turn = performance.now();
  const renderPage: RenderPage = async (page) => {
    const html = await render(page);
    onPage();
    if (performance.now() - turn > longestWait) {
      await othersHaveATurn();
      turn = performance.now();
    }
    return html;
  };
  for (let start = 0; start < pages.length; start += pagesAtOnce) {
    const some = pages.slice(start, start + pagesAtOnce);
    await renderSome({ pages: some, outputDirectory, templatesDirectory }, renderPage);
  }
}

async function renderSome(
  { pages, outputDirectory, templatesDirectory }: RenderOptions,
  render: RenderPage,
): Promise<void> {
  const { renderPage, throwFailure } = deferFailure(render);
  // Takes a while to be read, and `npm run check` never needs it.
  const { default: Eleventy } = await import('@11ty/eleventy');
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
