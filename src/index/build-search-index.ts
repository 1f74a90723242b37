import type { SearchRecord } from '../model/page.ts';
import { buildShard } from './build-shard.ts';
import { digestOfPart, digestOfRecord, digestOfShard } from './digest-records.ts';
import { findPart, type IndexPart } from './find-part.ts';
import { indexPart as indexPartHere } from './index-part.ts';
import type { Part } from './indexed-part.ts';
import { joinShards } from './join-shards.ts';
import type { KeptIndex, KeptShard } from './kept-index.ts';
import { planShards, type PartPlan } from './plan-shards.ts';
import { recordHead } from './record-head.ts';
import { takeShard } from './take-shard.ts';
import type { WriteFile } from './write-index-file.ts';

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
  /** How records are indexed; in this thread, unless told. */
  readonly indexPart?: IndexPart;
  /** How many parts are asked for at once; one, unless told. */
  readonly partsAtOnce?: number;
  /** Called when some records are indexed, with their number. */
  readonly onRecords?: (count: number) => void;
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
  indexPart = indexPartHere,
  partsAtOnce = 1,
  onRecords = () => undefined,
}: SearchIndexOptions): Promise<{ files: readonly string[] }> {
  const shards: KeptShard[] = [];
  const recordDigests = records.map((record) => digestOfRecord(record, basePath, language));
  const lastShards = kept?.lastShards() ?? [];
  const lastParts = new Map(
    lastShards.flatMap(({ parts }) => parts.map(({ name, digest }) => [name, digest])),
  );
  /** Parts that a second shard holds too, made for the first. */
  const shared = new Map<string, Part>();
  const claim = countOnce(onRecords);
  for (const plan of planShards(records.map(recordHead), date)) {
    const digests = new Map(plan.parts.map((part) => [part, digestOfPart(part, recordDigests)]));
    const digest = digestOfShard(plan, digests);
    const parts = plan.parts.map((part) => ({ name: part.name, digest: digests.get(part)! }));
    const last = lastShards.find(({ summary }) => summary.name === plan.name);
    for (const part of parts) kept?.retainPart(part.digest);
    if (kept !== undefined && last?.digest === digest && takeShard(last, kept)) {
      for (const [part, partDigest] of digests) claim(partDigest)(part.records.length);
      shards.push(last);
      continue;
    }
    const readPart = async (part: PartPlan): Promise<Part> => {
      const partDigest = digests.get(part)!;
      const tell = claim(partDigest);
      const known = shared.get(partDigest);
      if (known !== undefined) return known;
      const found = await findPart({
        ...{ digest: partDigest, basePath, language, kept, indexPart },
        records: part.records.map(({ number }) => records[number]!),
        digests: part.records.map(({ number }) => recordDigests[number]!),
        lastDigest: lastParts.get(part.name),
        onRecords: tell,
      });
      if (part.home !== plan.name) shared.set(partDigest, found);
      return found;
    };
    const built = await buildShard({
      ...{ plan, digests, readPart, partsAtOnce, writeFile, language, kept, last },
    });
    shards.push({ ...built, digest, parts });
  }
  kept?.keepShards(shards);
  const common = joinShards({ summaries: shards.map(({ summary }) => summary), writeFile, language });
  const files = shards.flatMap((shard) => shard.files.map(([file]) => file));
  return { files: [...files, ...common].sort() };
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
