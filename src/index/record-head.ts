import type { SearchRecord } from '../model/page.ts';
import type { RecordHead } from './plan-shards.ts';

/** What a record says of itself that decides where it is indexed. */
export function recordHead(record: SearchRecord): RecordHead {
  const { kind, address } = record;
  const date = record.kind === 'paper' ? dateOfPaper(record.html) : (record.sort['date'] ?? '');
  return { kind, address, date };
}

/** A paper says its date as a value to sort by. */
function dateOfPaper(html: string): string {
  return /data-pagefind-sort="date(?:\[data-value\]" data-value="|:)([^"]*)"/.exec(html)?.[1] ?? '';
}
