import { createHash } from 'node:crypto';
import type { FingerprintTable } from './fingerprint-table.ts';
import { toPassingLetters } from './letters.ts';
import { stands } from './search-view.ts';
import { readViews, type TextView, type UnreadableView } from './views.ts';
import type { WithheldPrints } from './withheld-prints.ts';

/**
 * What of the withheld stands in some bytes, be it public as well or not: numbers of fingerprints, which say nothing without
 * the withheld texts. The same bytes have the same hits as long as the same is withheld.
 */
export interface RawHits {
  /** In `table`, and in `stems`. */
  readonly found: readonly number[];
  readonly stems: readonly number[];
  /** SHA-256 of withheld attachments, hexadecimal. */
  readonly attachments: readonly string[];
}

/** Hits, and what of the bytes could not be read. */
export interface SearchedBytes {
  readonly hits: RawHits;
  readonly unreadable: readonly UnreadableView[];
}

/** Looks for everything withheld in every form that bytes can be read in. */
export async function findRawHits(bytes: Uint8Array, prints: WithheldPrints): Promise<SearchedBytes> {
  const found = new Set<number>();
  const stems = new Set<number>();
  const attachments = new Set<string>();
  const unreadable: UnreadableView[] = [];
  for await (const view of readViews(bytes)) {
    if (view.kind === 'unreadable') unreadable.push(view);
    else if (view.kind === 'text') {
      visitText(view, prints.table, found);
      if (view.isIndex) visitText(view, prints.stems, stems);
    } else if (prints.attachments.size > 0) {
      const hash = createHash('sha256').update(view.bytes).digest('hex');
      if (prints.attachments.has(hash)) attachments.add(hash);
    }
  }
  return { hits: { found: [...found], stems: [...stems], attachments: [...attachments] }, unreadable };
}

function visitText(view: TextView, table: FingerprintTable, found: Set<number>): void {
  const letters = toPassingLetters(view.text);
  table.visit(
    letters,
    (entry, start) => {
      if (stands(table, entry, letters, start, view)) found.add(entry);
    },
    found,
  );
}
