import { buildSearchIndex } from '../index/build-search-index.ts';
import type { KeptIndex } from '../index/kept-index.ts';
import { countProgress } from '../model/progress.ts';
import { openPartIndexer } from './index-in-threads.ts';
import type { FileKeeper } from './keep-made-files.ts';
import type { PreparedSite } from '../publish.ts';

/**
 * Writes everything of a site that is no page: search index, style sheets, scripts, attachments. The answer is every file
 * that ought to be in the output now, pages included.
 */
export async function writeFiles(
  { options, plan, site, files }: PreparedSite,
  keeper: FileKeeper,
  kept?: KeptIndex,
): Promise<readonly string[]> {
  for (const each of plan.files) if (!keeper.take(each)) files.write(each.file, each.bytes);
  const { basePath, language } = site;
  const { searchRecords: records } = plan;
  const indexer = openPartIndexer(records.length);
  const index = await buildSearchIndex({
    ...{ records, basePath, language, indexPart: indexer.indexPart, partsAtOnce: indexer.partsAtOnce },
    writeFile: files.write,
    date: options.date,
    onRecords: countProgress(options.onProgress, 'indexing', records.length),
    ...(kept === undefined ? {} : { kept }),
  }).finally(indexer.close);
  files.dropOthers(() => true);
  return [...plan.pages, ...plan.files].map(({ file }) => file).concat(index.files);
}
