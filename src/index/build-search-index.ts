import type { SearchRecord } from '../model/page.ts';
import { buildShard, type ShardSummary } from './build-shard.ts';
import { indexPart } from './index-part.ts';
import { joinShards } from './join-shards.ts';
import { digestOfPart, digestOfShard } from './digest-records.ts';
import { planShards, type PartPlan } from './plan-shards.ts';
import type { WriteFile } from './write-index-file.ts';
import { recordHead } from './record-head.ts';

interface SearchIndexOptions {
  readonly records: readonly SearchRecord[];
  /** The path that the site stands under: the index holds whole paths, so that a result's link needs nothing added. */
  readonly basePath: string;
  readonly writeFile: WriteFile;
  /** BCP 47 tag of the site's language: `en-GB`. */
  readonly language: string;
  /** The build's date, `yyyy-mm-dd`: its year says which records are often changed. */
  readonly date: string;
  /** What earlier builds have made of the same records. */
  readonly kept?: KeptIndex;
  /** Called when some records are indexed, with their number. */
  readonly onRecords?: (count: number) => void;
}

/** Keeps what is made of records, by digests of them. */
export interface KeptIndex {
  readonly findPart: (digest: string) => Uint8Array | undefined;
  readonly keepPart: (digest: string, part: Uint8Array) => void;
  /** Gives a shard with all its files put into the output; nothing where one of them is not to be had. */
  readonly takeShard: (digest: string) => ShardSummary | undefined;
  readonly keepShard: (digest: string, shard: ShardSummary) => void;
  /** Says that a part is of use to a later build, though its shard was taken whole. */
  readonly retainPart: (digest: string) => void;
}

/**
 * Index stage: records in, the files that the search page reads out, under `pagefind/` in the output. The same
 * records in the same order give the same bytes. It answers with the files written, from the output's root.
 */
export async function buildSearchIndex({
  records,
  basePath,
  writeFile,
  language,
  date,
  kept,
  onRecords = () => undefined,
}: SearchIndexOptions): Promise<{ files: readonly string[] }> {
  const summaries: ShardSummary[] = [];
  /** Parts that a second shard holds too, made for the first. */
  const shared = new Map<string, Uint8Array>();
  const claim = countOnce(onRecords);
  for (const plan of planShards(records.map(recordHead), date)) {
    const digests = new Map(
      plan.parts.map((part) => [part, digestOfPart(part, records, basePath, language)]),
    );
    const digest = digestOfShard(plan, digests);
    const taken = kept?.takeShard(digest);
    if (taken !== undefined) {
      for (const [part, partDigest] of digests) {
        kept?.retainPart(partDigest);
        claim(partDigest)(part.records.length);
      }
      summaries.push(taken);
      continue;
    }
    const readPart = async (part: PartPlan): Promise<Uint8Array> => {
      const partDigest = digests.get(part)!;
      const tell = claim(partDigest);
      const known = shared.get(partDigest) ?? kept?.findPart(partDigest);
      if (known !== undefined) {
        tell(part.records.length);
        return known;
      }
      const own = part.records.map(({ number }) => records[number]!);
      const made = await indexPart({ records: own, basePath, language, onRecord: () => tell(1) });
      kept?.keepPart(partDigest, made);
      if (part.home !== plan.name) shared.set(partDigest, made);
      return made;
    };
    const made = await buildShard({ plan, readPart, writeFile, language });
    kept?.keepShard(digest, made);
    summaries.push(made);
  }
  const common = joinShards({ summaries, writeFile, language });
  return { files: [...summaries.flatMap(({ files }) => files), ...common].sort() };
}

/** Records are counted for whoever asks for their part first: two shards may hold one, and the count would pass its end. */
function countOnce(onRecords: (count: number) => void): (part: string) => (count: number) => void {
  const claimed = new Set<string>();
  return (part) => {
    if (claimed.has(part)) return () => undefined;
    claimed.add(part);
    return onRecords;
  };
}
