import { FingerprintTable, type SharedTable } from './fingerprint-table.ts';
import { rowsOfPrints, type PrintRows } from './print-rows.ts';
import type { WithheldPrints } from './withheld-prints.ts';
import { WordBeginnings } from './word-beginnings.ts';

/**
 * Prints, and all by which they are found, in memory that threads share: none has a copy of its own, nor makes it ready for itself.
 * Without their key they say nothing, and it is not among them.
 */
export interface SharedPrints extends Omit<PrintRows, 'table' | 'stems' | 'longRuns'> {
  readonly table: SharedTable;
  readonly stems: SharedTable;
  readonly longRuns: SharedTable;
}

/** Moves prints to memory that threads share. They stay as they were. */
export function sharePrints(prints: WithheldPrints): SharedPrints {
  const tables = {
    table: prints.table.share(),
    stems: prints.stems.share(),
    longRuns: prints.longRuns.share(),
  };
  return { ...rowsOfPrints(prints), ...tables };
}

/** Prints, and all by which they are found, as plain values to keep. */
export function readyRowsOf(prints: WithheldPrints): SharedPrints {
  const { table, stems, longRuns } = prints;
  return {
    ...rowsOfPrints(prints),
    ...{ table: table.ready, stems: stems.ready, longRuns: longRuns.ready },
  };
}

/** Opens prints that another thread shares or another build has kept, under the key that they were made with. */
export function openSharedPrints(key: Uint8Array, shared: SharedPrints): WithheldPrints {
  const { wordsOfStem, names, sources, beginnings, attachments } = shared;
  return {
    ...{ wordsOfStem, names, sources },
    table: FingerprintTable.open(key, shared.table),
    stems: FingerprintTable.open(key, shared.stems),
    longRuns: FingerprintTable.open(key, shared.longRuns),
    beginnings: new WordBeginnings(key, beginnings),
    attachments: new Map(attachments),
  };
}
