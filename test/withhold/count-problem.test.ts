import { describe, expect, it } from 'vitest';
import { publicTexts } from '../../src/withhold/public-texts.ts';
import { countProblem } from '../../src/withhold/withhold.ts';

describe('the count of resolutions', () => {
  it('comes out when each was published or withheld, and else is a problem', () => {
    expect(countProblem(5, 3, 2)).toBeUndefined();
    expect(countProblem(5, 3, 1)).toMatchObject({
      code: 'resolutions-count',
      what: '5 resolutions were read, 3 would be published and 1 withheld; the sum does not come out.',
    });
  });
});

describe('public texts', () => {
  it('are every text of a value, and the texts of one object in a row', () => {
    expect(
      publicTexts({ code: 'D1', title: 'Case', parts: ['a', 1, null], text: { markdown: 'Words' } }),
    ).toEqual(['D1 Case', 'D1', 'Case', 'a', 'Words']);
  });
});
