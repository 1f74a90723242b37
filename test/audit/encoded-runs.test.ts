import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRuns } from '../../src/audit/encoded-runs.ts';

const said = 'Six words that nobody may read';
const around = fc.array(fc.constantFrom('a', 'f', '7', '/', '-', '=', ' ', ',', '\n', '’', '<', 'x', '\\'), {
  maxLength: 30,
});

describe('what stands encoded in a text', () => {
  it.each([
    ['base64', Buffer.from(said).toString('base64')],
    ['base64', Buffer.from(said).toString('base64url')],
    ['base64', Buffer.from(said).toString('base64').replace(/.{20}/g, '$&\r\n ')],
    ['hexadecimal', Buffer.from(said).toString('hex')],
  ])('is found whatever stands before and after it: %s', (name, encoded) => {
    fc.assert(
      fc.property(around, around, (before, after) => {
        const text = `${before.join('')} ${encoded} ${after.join('')}`;
        const found = decodeRuns(text).filter((run) => run.name === name);
        expect(found.some(({ bytes }) => Buffer.from(bytes).includes(said))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is found with letters that touch it', () => {
    for (const touching of ['a', 'ab', 'abc', 'abcd', 'x/y'])
      expect(
        decodeRuns(`${touching}${Buffer.from(said).toString('base64')}${touching}`).some(({ bytes }) =>
          Buffer.from(bytes).includes(said),
        ),
        touching,
      ).toBe(true);
  });

  it('is nothing in a text of short words', () => {
    expect(decodeRuns('The Board met on 3 May at ten, in the Civic Hall. '.repeat(50))).toEqual([]);
  });
});
