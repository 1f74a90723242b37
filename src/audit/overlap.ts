import type { Withheld } from '../model/withheld.ts';
import type { Overlap } from './finding.ts';
import { toFindingId } from './finding-id.ts';
import { toPassingLetters } from './letters.ts';
import { joinOverlapping } from './search-view.ts';
import { publicForms } from './text-forms.ts';
import { printWithheld, type WithheldPrints } from './withheld-prints.ts';

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
  const prints = printWithheld(withheld, undefined, { longRun: words });
  return [...publicTexts].flatMap(([file, texts]) => overlapsOf(prints, file, texts, acceptanceKey));
}

/** The overlaps of one public file. */
export function overlapsOf(
  { longRuns, sources }: WithheldPrints,
  file: string,
  texts: readonly string[],
  acceptanceKey: string | undefined,
): readonly Overlap[] {
  const found = new Map<number, Set<string>>();
  for (const text of texts.flatMap(publicForms)) {
    const letters = toPassingLetters(text);
    const matches = longRuns
      .findMatches(letters, () => true)
      .map(({ entry, start, end }) => ({ ...longRuns.fingerprint(entry), start, end }));
    for (const { source, letters: shared } of joinOverlapping(matches, letters, ''))
      found.set(source, (found.get(source) ?? new Set()).add(shared));
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
}
