import type { SearchRecord } from '../model/page.ts';
import { buildShard, type ShardSummary } from './build-shard.ts';
import { indexPart } from './index-part.ts';
import { joinShards } from './join-shards.ts';
import { planShards, type ShardPlan } from './plan-shards.ts';
import { recordHead } from './record-head.ts';

interface SearchIndexOptions {
  readonly records: readonly SearchRecord[];
  /** The path that the site stands under: the index holds whole paths, so that a result's link needs nothing added. */
  readonly basePath: string;
  readonly outputDirectory: string;
  /** BCP 47 tag of the site's language: `en-GB`. */
  readonly language: string;
  /** The build's date, `yyyy-mm-dd`: its year says which records are often changed. */
  readonly date: string;
}

/**
 * Index stage: records in, the files that the search page reads out, under `pagefind/` in the output. The same
 * records in the same order give the same bytes. It answers with the files written, from the output's root.
 */
export async function buildSearchIndex({
  records,
  basePath,
  outputDirectory,
  language,
  date,
}: SearchIndexOptions): Promise<{ files: readonly string[] }> {
  const summaries: ShardSummary[] = [];
  for (const plan of planShards(records.map(recordHead), date)) {
    const readPart = ({ records: of }: ShardPlan['parts'][number]): Promise<Uint8Array> =>
      indexPart({ records: of.map(({ number }) => records[number]!), basePath, language });
    summaries.push(await buildShard({ plan, readPart, outputDirectory, language }));
  }
  const common = await joinShards({ summaries, outputDirectory, language });
  return { files: [...summaries.flatMap(({ files }) => files), ...common].sort() };
}
