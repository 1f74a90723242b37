import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAhead } from '../../src/index/read-ahead.ts';

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}

describe('reading ahead', () => {
  it('gives what was read in the order of the items, and never has more under way than it may', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 3 })),
        fc.integer({ min: 1, max: 5 }),
        async (waits, atOnce) => {
          let underWay = 0;
          let most = 0;
          const read = async (wait: number): Promise<number> => {
            most = Math.max(most, (underWay += 1));
            for (let turn = 0; turn < wait; turn += 1) await Promise.resolve();
            underWay -= 1;
            return wait * 2;
          };
          expect(await collect(readAhead(waits, read, atOnce))).toEqual(
            waits.map((wait) => [wait, wait * 2]),
          );
          expect(most).toBe(Math.min(atOnce, waits.length));
        },
      ),
    );
  });

  it('throws when the turn comes of what could not be read, and leaves no failure unheard', async () => {
    const read = (number: number): Promise<number> =>
      number >= 2 ? Promise.reject(new Error(`no ${number}`)) : Promise.resolve(number);
    const seen: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const [number] of readAhead([0, 1, 2, 3], read, 4)) seen.push(number);
    };
    await expect(reading()).rejects.toThrow('no 2');
    expect(seen).toEqual([0, 1]);
  });
});
