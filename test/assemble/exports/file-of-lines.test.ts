import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, fileOfLines, rangesOf } from '../../../src/assemble/exports/file-of-lines.ts';
import { linesOf, type Lines } from '../../../src/model/made.ts';

const meetings = fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 6 });
const joined = (parts: Parameters<typeof fileOfLines>[2]): string =>
  Buffer.from(
    fileOfLines('/data/lines.json', 'lines', parts, (_, lines) => JSON.stringify(lines)).bytes,
  ).toString();

describe('a file of lines', () => {
  it('has any stretch of the lines of all meetings, as if they were one list', () => {
    fc.assert(
      fc.property(meetings, fc.nat(20), fc.nat(20), (lists, from, length) => {
        const parts = lists.map(linesOf);
        const all = lists.flat();
        expect(countLines(parts)).toBe(all.length);
        expect(joined(rangesOf(parts, from, from + length))).toBe(
          JSON.stringify(all.slice(from, from + length)),
        );
      }),
    );
  });

  it('is known without reading a line, and for another one where any line, their place or what is said of them differs', () => {
    const never = ({ digest, count, digests }: Lines): Lines => ({
      ...{ digest, count, digests },
      read: () => {
        throw new Error('It was read.');
      },
    });
    const madeFrom = (about: unknown, parts: Parameters<typeof fileOfLines>[2]): string =>
      fileOfLines('/data/lines.json', about, parts, () => '').madeFrom!();
    const [first, second, third] = [['a', 'b'], ['c'], ['b', 'a']].map((lines) => never(linesOf(lines))) as [
      Lines,
      Lines,
      Lines,
    ];
    const base = madeFrom({ name: 'items' }, [first, second]);
    expect(madeFrom({ name: 'items' }, [never(linesOf(['a', 'b'])), never(linesOf(['c']))])).toBe(base);
    const others = [
      madeFrom({ name: 'papers' }, [first, second]),
      madeFrom({ name: 'items' }, [second, first]),
      madeFrom({ name: 'items' }, [third, second]),
      madeFrom({ name: 'items' }, [first]),
      madeFrom({ name: 'items' }, [{ lines: first, from: 0, to: 1 }, second]),
      madeFrom({ name: 'items' }, [{ lines: first, from: 1, to: 2 }, second]),
    ];
    expect(new Set([base, ...others]).size).toBe(7);
  });
});
