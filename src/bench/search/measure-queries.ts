import { planPublication } from '../../publish.ts';
import { corpusDate } from '../corpus/write-corpus.ts';
import type { QueryMeasurement } from '../measurements.ts';
import type { OurFolders } from '../ours/our-commands.ts';
import { measureSearch } from './measure-search.ts';
import { writePlainIndex } from './write-plain-index.ts';

interface MeasureQueriesOptions {
  readonly folders: OurFolders;
  /** The site that was built from them. */
  readonly site: string;
  /** Path of Chromium. */
  readonly browser: string;
  /** Where the plain index may be made. */
  readonly plain: string;
}

/** Measures our search against one single plain index over the very same records. */
export async function measureQueries(options: MeasureQueriesOptions): Promise<QueryMeasurement[]> {
  const { folders, site: ours, browser, plain } = options;
  const { content, data } = folders;
  const { plan, site } = await planPublication({ content, data, output: plain, date: corpusDate });
  await writePlainIndex(plan.searchRecords, site.language.split('-')[0]!, plain);
  return await measureSearch({ browser, ours, plain });
}
