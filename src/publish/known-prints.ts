import type { PrintRows } from '../audit/print-rows.ts';
import { TableRows } from '../audit/table-rows.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';
import type { IsLookedFor } from './withheld-search.ts';

const openedTables = new WeakMap<PrintRows, { readonly [table: string]: TableRows }>();

/** Says of the fingerprints of `prints` whether they are among these rows too, all made with one key. */
export function isAmong(prints: WithheldPrints, rows: () => Iterable<PrintRows>): IsLookedFor {
  return (table, entry) => {
    const all = prints[table].rows;
    const { first, second } = all.hashesOf(entry);
    for (const each of rows())
      if (tablesOf(each)[table]!.find(all.shape(entry), first, second) !== undefined) return true;
    return false;
  };
}

/** Opened once: most are asked for again. */
function tablesOf(rows: PrintRows): { readonly [table: string]: TableRows } {
  const known = openedTables.get(rows);
  if (known !== undefined) return known;
  const tables = Object.fromEntries(
    (['table', 'stems', 'longRuns'] as const).map((name) => [
      name,
      new TableRows(rows[name].rows, rows[name].starts),
    ]),
  );
  openedTables.set(rows, tables);
  return tables;
}
