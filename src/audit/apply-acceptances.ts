import type { AcceptedFinding } from './accepted-findings.ts';
import type { Finding } from './finding.ts';

/**
 * Leaves out what a person has accepted, and adds an acceptance that excused nothing: the text has changed
 * since, and nobody has looked at it again. A finding of several stretches goes only when all are accepted;
 * till then it keeps the ids that are not. Canaries and misplaced files cannot be accepted.
 */
export function applyAcceptances(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
): readonly Finding[] {
  const used = new Set<AcceptedFinding>();
  const remaining = findings.flatMap((finding): readonly Finding[] => {
    if (!('ids' in finding) || finding.ids.length === 0) return [finding];
    const ids = finding.ids.filter((id) => {
      const acceptance = accepted.find((each) => each.id === id && each.paper === finding.withheld.file);
      if (acceptance !== undefined) used.add(acceptance);
      return acceptance === undefined;
    });
    return ids.length === 0 ? [] : [{ ...finding, ids, places: ids.length }];
  });
  const stale = accepted
    .filter((each) => !used.has(each))
    .map(({ id, paper }) => ({ code: 'audit-acceptance-stale', id, paper }) as const);
  return [...remaining, ...stale];
}
