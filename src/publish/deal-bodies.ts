import { compareText } from '../model/problem.ts';

/**
 * Deals bodies out to so many parts, so that each has about as many bytes of papers: the largest first, each to the part that
 * has least. The same sizes give the same parts, on every machine.
 */
export function dealBodies(
  sizes: ReadonlyMap<string, number>,
  parts: number,
): readonly ReadonlySet<string>[] {
  const dealt = Array.from({ length: parts }, () => ({ bodies: new Set<string>(), size: 0 }));
  const largestFirst = [...sizes].sort(
    ([first, firstSize], [second, secondSize]) => secondSize - firstSize || compareText(first, second),
  );
  for (const [body, size] of largestFirst) {
    const least = dealt.reduce((one, other) => (other.size < one.size ? other : one));
    least.bodies.add(body);
    least.size += size;
  }
  return dealt.map(({ bodies }) => bodies);
}
