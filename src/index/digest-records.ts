import { createHash } from 'node:crypto';
import type { SearchRecord } from '../model/page.ts';
import type { PartPlan, ShardPlan } from './plan-shards.ts';

/** Digest of all that Pagefind makes a record from, hexadecimal: the same digest, the same words, text and filters. */
export function digestOfRecord(record: SearchRecord, basePath: string, language: string): string {
  return createHash('sha256')
    .update(JSON.stringify([basePath, language, textToDigest(record)]))
    .digest('hex');
}

/** Digest of all that a part is made from, by the digests of all records. */
export function digestOfPart(part: Pick<PartPlan, 'records'>, digests: readonly string[]): string {
  const hash = createHash('sha256');
  for (const { number } of part.records) hash.update(digests[number]!);
  return hash.digest('hex');
}

/** Digest of all that a shard is made from: its parts, where their files stand, and the places of their records. */
export function digestOfShard(plan: ShardPlan, digests: ReadonlyMap<PartPlan, string>): string {
  const parts = plan.parts.map((part) => [
    part.name,
    part.home,
    digests.get(part),
    part.records.map(({ place }) => place),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([plan.name, plan.within, parts]))
    .digest('hex');
}

function textToDigest(record: SearchRecord): unknown {
  if (record.kind === 'resolution') return record;
  const sha256 = record.sha256 ?? createHash('sha256').update(record.html).digest('hex');
  return [record.address, record.date, sha256];
}
