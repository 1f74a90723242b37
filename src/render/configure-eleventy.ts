import { relative, resolve } from 'node:path';
import type { EleventyConfig } from '@11ty/eleventy';
import type { Page } from '../model/page.ts';
import type { RenderPage } from './create-page-renderer.ts';

interface RenderOptions {
  readonly pages: readonly Page[];
  readonly outputDirectory: string;
  readonly templatesDirectory: string;
  readonly renderPage: RenderPage;
}

/**
 * Tells Eleventy to write these pages into this folder and nothing else. Its only template is `page.njk`; it
 * gets the pages' file names, never the pages, so that no data cascade, collection or filter can reach them.
 */
export function configureEleventy(
  config: EleventyConfig,
  { pages, outputDirectory, templatesDirectory, renderPage }: RenderOptions,
): void {
  // A file, not the folder: Eleventy would render every layout and partial of the folder as a page of its own.
  config.setInputDirectory(fromWorkingDirectory(resolve(templatesDirectory, 'page.njk')));
  config.setOutputDirectory(fromWorkingDirectory(outputDirectory));
  // Eleventy's other ways in: data files beside templates, a data folder, other template languages, ignore lists.
  config.setDataFileSuffixes([]);
  config.setDataDirectory('there-is-no-data-directory');
  config.setTemplateFormats(['njk']);
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  // Eleventy prints how long the slower calls take, however quiet it was told to be.
  config.benchmarkManager.get('Configuration').setIsVerbose(false);
  // Not `setLibrary`: Eleventy has a copy of Nunjucks of its own, to which what ours marks as safe is not.
  config.setNunjucksEnvironmentOptions({ autoescape: true, throwOnUndefined: true });

  const pageByFile = new Map(pages.map((page) => [page.file, page]));
  config.addGlobalData('pageFiles', [...pageByFile.keys()]);
  config.addAsyncShortcode('page', async (file) => {
    const page = pageByFile.get(file);
    if (page === undefined) throw new Error(`No page is planned for ${file}.`);
    return await renderPage(page);
  });
}

/** Eleventy takes paths from the working folder, and some of it only with forward slashes. */
function fromWorkingDirectory(path: string): string {
  return relative('.', path).replaceAll('\\', '/') || '.';
}
