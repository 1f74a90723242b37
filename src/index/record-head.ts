import type { SearchRecord } from '../model/page.ts';
import type { RecordHead } from './plan-shards.ts';

/** What a record says of itself that decides where it is indexed. */
export function recordHead(record: SearchRecord): RecordHead {
  const { kind, address } = record;
  const date = record.kind === 'paper' ? record.date : (record.sort['date'] ?? '');
  return { kind, address, date };
}
