import type { Withheld } from '../model/withheld.ts';
import type { Overlap } from './finding.ts';
import { toFindingId } from './finding-id.ts';
import { fingerprintLongRuns } from './fingerprint.ts';
import { toLetters } from './letters.ts';
import { joinOverlapping } from './search-view.ts';
import { markdownForms } from './text-forms.ts';

/** How overlaps are looked for. */
export interface OverlapOptions {
  /** Words in a row that are too many to be chance; 12 unless told. */
  readonly words?: number;
  /** As for the audit: without it the findings have no ids. */
  readonly acceptanceKey?: string | undefined;
}

/**
 * Finds what a withheld text has word for word in common with a public one. The audit leaves out what is
 * public anyway, so a withheld paragraph that was pasted into a public paper would pass it; here a person
 * is asked. One finding for each public file and withheld thing.
 *
 * `publicTexts` are the public papers' texts by their file. An agenda's do not belong here: what it prints
 * of restricted items is meant to be public and comes back in their minutes.
 */
export function findOverlaps(
  withheld: Withheld,
  publicTexts: ReadonlyMap<string, readonly string[]>,
  { words = 12, acceptanceKey }: OverlapOptions = {},
): readonly Overlap[] {
  const { table, sources } = fingerprintLongRuns(withheld, words);
  return [...publicTexts].flatMap(([file, texts]) => {
    const found = new Map<number, Set<string>>();
    for (const text of texts.flatMap(markdownForms)) {
      const letters = toLetters(text);
      const matches = table.findMatches(letters, () => true);
      for (const { source, letters: shared } of joinOverlapping(matches, letters, '')) {
        found.set(source, (found.get(source) ?? new Set()).add(shared));
      }
    }
    return [...found].map(([source, shared]): Overlap => {
      const origin = sources[source]!;
      const stretches = [...shared].filter(
        (each) => ![...shared].some((other) => other !== each && other.includes(each)),
      );
      const ids =
        acceptanceKey === undefined
          ? []
          : stretches.map((each) => toFindingId(acceptanceKey, 'audit-overlap', origin, each));
      return { code: 'audit-overlap', file, withheld: origin, places: stretches.length, ids };
    });
  });
}
