import type { FoundCanary, Leak, WithheldReference } from './finding.ts';
import { toFindingId } from './finding-id.ts';
import type { Discovery } from './search-view.ts';

/**
 * The findings of one file: one for each kind and withheld thing, whatever the number of views that show
 * it. A stretch that is part of a longer one is left out, so that a page and its search record, broken by
 * tags in different ways, get the same ids.
 *
 * `file` is the path to show. Without `acceptanceKey` (a secret of the site, the same in every run)
 * findings have no ids.
 */
export function leaksFromDiscoveries(
  discoveries: readonly Discovery[],
  file: string,
  sources: readonly WithheldReference[],
  acceptanceKey: string | undefined,
): readonly (Leak | FoundCanary)[] {
  return groupByOrigin(discoveries).map((group) => {
    const { code, source } = group[0]!;
    const longest = keepLongest(group);
    const view = longest[0]!.view || 'text';
    if (code === 'audit-canary') return { code, file, view };
    const withheld = sources[source]!;
    const ids =
      acceptanceKey === undefined
        ? []
        : longest.map(({ letters }) => toFindingId(acceptanceKey, code, withheld, letters));
    return { code, file, view, withheld, places: longest.length, ids };
  });
}

function groupByOrigin(discoveries: readonly Discovery[]): readonly (readonly Discovery[])[] {
  const groups = new Map<string, Discovery[]>();
  for (const each of discoveries) {
    const origin = `${each.code} ${each.source}`;
    groups.set(origin, [...(groups.get(origin) ?? []), each]);
  }
  return [...groups.values()];
}

/** Longest first; where two are the same, the one of the plainer view. */
function keepLongest(group: readonly Discovery[]): readonly Discovery[] {
  const kept: Discovery[] = [];
  for (const each of [...group].sort((first, second) => second.letters.length - first.letters.length)) {
    if (!kept.some((longer) => longer.letters.includes(each.letters))) kept.push(each);
  }
  return kept;
}
