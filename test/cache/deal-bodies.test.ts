import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealBodies } from '../../src/publish/deal-bodies.ts';

describe('dealBodies', () => {
  it('gives each part about as much', () => {
    const sizes = new Map([
      ['a', 10],
      ['b', 50],
      ['c', 30],
      ['d', 30],
    ]);
    expect(dealBodies(sizes, 2)).toEqual([new Set(['b', 'a']), new Set(['c', 'd'])]);
    expect(dealBodies(new Map([['a', 1]]), 3)).toEqual([new Set(['a']), new Set(), new Set()]);
  });

  it('deals each body once, the same in whatever order they are listed, and no part a body more than it need have', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string(), fc.nat(1000)), { selector: ([body]) => body }),
        fc.integer({ min: 1, max: 9 }),
        (bodies, parts) => {
          const dealt = dealBodies(new Map(bodies), parts);
          expect(dealt.flatMap((part) => [...part]).sort()).toEqual(bodies.map(([body]) => body).sort());
          expect(dealBodies(new Map([...bodies].reverse()), parts)).toEqual(dealt);
          const sizes = new Map(bodies);
          const totals = dealt.map((part) => [...part].reduce((sum, body) => sum + sizes.get(body)!, 0));
          const largest = Math.max(0, ...sizes.values());
          expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(largest);
        },
      ),
    );
  });
});
