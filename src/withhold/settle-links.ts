import type { Problem } from '../model/problem.ts';
import type { LinkElsewhere } from './check-links.ts';

/** Papers of a meeting that are public, by their names. */
interface PublicPapers {
  readonly body: string;
  readonly slug: string;
  readonly publicPapers: readonly string[];
}

/**
 * The problems of links that lead from one meeting to a paper of another that is not there or is not public. Each meeting is
 * split by itself, as if all of them were; here, where all are known, it is seen whether they are.
 */
export function settleLinks(links: Iterable<LinkElsewhere>, meetings: Iterable<PublicPapers>): Problem[] {
  const names = new Map<string, readonly string[]>();
  for (const { body, slug, publicPapers } of meetings) names.set(`${body}/${slug}`, publicPapers);
  const problems: Problem[] = [];
  for (const { body, meeting, name, problem } of links)
    if (names.get(`${body}/${meeting}`)?.includes(name) !== true) problems.push(problem);
  return problems;
}
