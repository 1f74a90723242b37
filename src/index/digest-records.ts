import { createHash } from 'node:crypto';
import type { SearchRecord } from '../model/page.ts';
import type { PartPlan, ShardPlan } from './plan-shards.ts';

/** Digest of all that Pagefind makes a part from, hexadecimal: the same digest, the same index. */
export function digestOfPart(
  part: PartPlan,
  records: readonly SearchRecord[],
  basePath: string,
  language: string,
): string {
  const hash = createHash('sha256').update(JSON.stringify([basePath, language]));
  for (const { number } of part.records) hash.update('\0').update(textToDigest(records[number]!));
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

function textToDigest(record: SearchRecord): string {
  if (record.kind === 'resolution') return JSON.stringify(record);
  const sha256 = record.sha256 ?? createHash('sha256').update(record.html).digest('hex');
  return JSON.stringify([record.address, record.date, sha256]);
}
