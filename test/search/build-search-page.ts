import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSearchIndex } from '../../src/index/build-search-index.ts';
import type { KeptIndex } from '../../src/index/kept-index.ts';
import type { SearchRecord } from '../../src/model/page.ts';
import { createOutputFiles } from '../../src/publish/carry-output.ts';
import { planPublication, templatesDirectory, type PublishOptions } from '../../src/publish.ts';
import { renderPages } from '../../src/render/render-pages.ts';

/** What was built. */
interface BuiltSearch {
  readonly records: readonly SearchRecord[];
  /** The path that the site stands under. */
  readonly basePath: string;
  /** BCP 47 tag of the site's language: `en-GB`. */
  readonly language: string;
}

/** Makes the search page with its index, of a site that would take long to render. */
export async function buildSearchPage(options: PublishOptions, kept?: KeptIndex): Promise<BuiltSearch> {
  const { plan, site } = await planPublication(options);
  const outputDirectory = options.output;
  const pages = plan.pages.filter(({ template }) => template === 'search');
  mkdirSync(outputDirectory);
  await renderPages({ pages, outputDirectory, templatesDirectory });
  const { basePath, language } = site;
  const records = plan.searchRecords;
  await buildSearchIndex({
    ...{ records, basePath, language, date: options.date },
    writeFile: createOutputFiles(outputDirectory).write,
    ...(kept === undefined ? {} : { kept }),
  });
  for (const { file, bytes } of plan.files) {
    mkdirSync(dirname(join(outputDirectory, file)), { recursive: true });
    writeFileSync(join(outputDirectory, file), bytes);
  }
  return { records, basePath, language };
}
