import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createManifest, manifestFile } from '../audit/manifest.ts';
import { buildSearchIndex } from '../index/build-search-index.ts';
import type { OutputFile } from '../model/page.ts';
import type { PreparedSite } from '../publish.ts';

/**
 * Writes everything of a site that is no page: search index, style sheets, scripts, attachments, and the manifest of
 * all. The answer is every file that ought to be in the output now, pages included.
 */
export async function writeFiles({
  options,
  plan,
  site,
  outputDirectory,
}: PreparedSite): Promise<readonly string[]> {
  for (const file of plan.files) await writeOne(outputDirectory, file);
  const { basePath, language } = site;
  const index = await buildSearchIndex({
    records: plan.searchRecords,
    basePath,
    outputDirectory,
    language,
    date: options.date,
  });
  const files = [...plan.pages, ...plan.files].map(({ file }) => file).concat(index.files);
  // A file that is missing is for the audit to find, which says so in words.
  const written = files.filter((file) => existsSync(join(outputDirectory, file)));
  const manifest = Buffer.from(await createManifest(outputDirectory, written));
  await writeOne(outputDirectory, { file: manifestFile, bytes: manifest });
  return [...files, manifestFile];
}

async function writeOne(directory: string, { file, bytes }: OutputFile): Promise<void> {
  await mkdir(dirname(join(directory, file)), { recursive: true });
  // Never over a file that stands: two of one name would be two pages that one of them hides.
  await writeFile(join(directory, file), bytes, { flag: 'wx' });
}
