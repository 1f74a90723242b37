import type { WithheldReference } from './finding.ts';
import { FingerprintTable } from './fingerprint-table.ts';
import { TableRows, type RowArrays } from './table-rows.ts';
import type { WithheldPrints } from './withheld-prints.ts';
import { WordBeginnings } from './word-beginnings.ts';

/** Prints as plain values, which a thread can give to another. Without their key they say nothing, and it is not among them. */
export interface PrintRows {
  readonly table: RowArrays;
  readonly stems: RowArrays;
  readonly longRuns: RowArrays;
  readonly wordsOfStem: readonly (readonly number[])[];
  readonly names: readonly (readonly [number, number])[];
  readonly beginnings: readonly number[];
  readonly attachments: readonly (readonly [string, number])[];
  readonly sources: readonly WithheldReference[];
}

/** Prints as plain values. */
export function rowsOfPrints(prints: WithheldPrints): PrintRows {
  return {
    table: prints.table.rows.arrays,
    stems: prints.stems.rows.arrays,
    longRuns: prints.longRuns.rows.arrays,
    wordsOfStem: prints.wordsOfStem,
    names: prints.names,
    beginnings: prints.beginnings.known,
    attachments: [...prints.attachments],
    sources: prints.sources,
  };
}

/** True if there is nothing in them. */
export function isEmpty({ table, stems, longRuns, attachments, sources }: PrintRows): boolean {
  const counts = [table.rows, stems.rows, longRuns.rows, attachments, sources].map(({ length }) => length);
  return counts.every((count) => count === 0);
}

/** Prints of their plain values, under the key that they were made with. The arrays are used as they are, and not copied. */
export function openPrints(key: Uint8Array, rows: PrintRows): WithheldPrints {
  const { wordsOfStem, names, beginnings, attachments, sources } = rows;
  return {
    ...{ wordsOfStem, names, sources },
    table: new FingerprintTable(key, toRows(rows.table)),
    stems: new FingerprintTable(key, toRows(rows.stems)),
    longRuns: new FingerprintTable(key, toRows(rows.longRuns)),
    beginnings: new WordBeginnings(key, beginnings),
    attachments: new Map(attachments),
  };
}

/** Joins the prints of parts of what was withheld, all made with one key, in their order. The same parts, the same numbers. */
export function joinPrints(key: Uint8Array, parts: Iterable<PrintRows>): WithheldPrints {
  const table = new FingerprintTable(key);
  const stems = new FingerprintTable(key);
  const longRuns = new FingerprintTable(key);
  const wordsOfStem: Set<number>[] = [];
  const names: (readonly [number, number])[] = [];
  const beginnings = new Set<number>();
  const attachments = new Map<string, number>();
  const sources: WithheldReference[] = [];
  for (const part of parts) {
    const before = sources.length;
    const numbers = table.addAll(toRows(part.table), before);
    const stemNumbers = stems.addAll(toRows(part.stems), before);
    longRuns.addAll(toRows(part.longRuns), before);
    part.wordsOfStem.forEach((words, stem) => {
      const all = (wordsOfStem[stemNumbers[stem]!] ??= new Set());
      for (const word of words) all.add(numbers[word]!);
    });
    for (const [whole, rest] of part.names) names.push([numbers[whole]!, numbers[rest]!]);
    for (const beginning of part.beginnings) beginnings.add(beginning);
    for (const [hash, source] of part.attachments)
      if (!attachments.has(hash)) attachments.set(hash, source + before);
    sources.push(...part.sources);
  }
  return {
    ...{ table, stems, longRuns, names, attachments, sources },
    wordsOfStem: wordsOfStem.map((words) => [...words]),
    beginnings: new WordBeginnings(key, beginnings),
  };
}

function toRows({ rows, starts }: RowArrays): TableRows {
  return new TableRows(rows, starts);
}
