import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSearchIndex, type KeptIndex } from '../index/build-search-index.ts';
import { countProgress } from '../model/progress.ts';
import type { OutputFile } from '../model/page.ts';
import type { PreparedSite } from '../publish.ts';

/**
 * Writes everything of a site that is no page: search index, style sheets, scripts, attachments. The answer is every file
 * that ought to be in the output now, pages included.
 */
export async function writeFiles(
  { options, plan, site, outputDirectory }: PreparedSite,
  kept?: KeptIndex,
): Promise<readonly string[]> {
  for (const file of plan.files) await writeOne(outputDirectory, file);
  const { basePath, language } = site;
  const onRecords = countProgress(options.onProgress, 'indexing', plan.searchRecords.length);
  const index = await buildSearchIndex({
    records: plan.searchRecords,
    basePath,
    outputDirectory,
    language,
    date: options.date,
    onRecords,
    ...(kept === undefined ? {} : { kept }),
  });
  const files = [...plan.pages, ...plan.files].map(({ file }) => file).concat(index.files);
  return files;
}

async function writeOne(directory: string, { file, bytes }: OutputFile): Promise<void> {
  await mkdir(dirname(join(directory, file)), { recursive: true });
  // Never over a file that stands: two of one name would be two pages that one of them hides.
  await writeFile(join(directory, file), bytes, { flag: 'wx' });
}
