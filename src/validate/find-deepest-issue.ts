import type * as z from 'zod';

/**
 * The issue that helps: a union says only that nothing matched, at the place of the whole. Where one of its forms
 * fitted but for something inside (the third line of a list), that place and its sentence are better.
 */
export function findDeepestIssue(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flatMap((issues) => issues[0] ?? [])
    .map(findDeepestIssue)
    .map((candidate) => ({ ...candidate, path: [...issue.path, ...candidate.path] }))
    .filter((candidate) => candidate.path.length > issue.path.length);
  return inner[0] ?? issue;
}
