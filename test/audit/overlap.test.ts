import { describe, expect, it } from 'vitest';
import { findOverlaps } from '../../src/audit/overlap.ts';
import { withheld, withheldPiece } from './audit-fixture.ts';

const paragraph =
  'the mother was told of it by the school and nobody came to see her until the spring of that year';
const secret = withheld([withheldPiece({ texts: [`Before. ${paragraph}. After.`, 'a short one'] })]);
const other = 'content/body/2021-11-18/b2.md';
const overlaps = (text: string, options = {}): readonly unknown[] =>
  findOverlaps(secret, new Map([[other, [text]]]), options);

describe('findOverlaps', () => {
  it('finds a withheld paragraph that was pasted into a public paper', () => {
    expect(overlaps(`As we heard, **${paragraph}**, and so on.`)).toEqual([
      {
        code: 'audit-overlap',
        file: other,
        withheld: { file: 'content/body/2021-11-18/d1.md', what: 'the paper of item D1' },
        places: 1,
        ids: [],
      },
    ]);
  });

  it('finds nothing in fewer words', () => {
    expect(overlaps(paragraph.split(' ').slice(0, 11).join(' '))).toEqual([]);
    expect(overlaps(paragraph.split(' ').slice(0, 11).join(' '), { words: 11 })).toHaveLength(1);
  });

  it('counts two passages as two, and one twice as one', () => {
    const [first, second] = [
      paragraph.split(' ').slice(0, 12).join(' '),
      paragraph.split(' ').slice(8).join(' '),
    ];
    expect(overlaps(`${first}\n\nNo.\n\n${second}\n\n${first}`)).toEqual([
      expect.objectContaining({ places: 2 }),
    ]);
  });

  it('leaves out a passage that is part of a longer one', () => {
    const words = paragraph.split(' ');
    expect(overlaps(`${paragraph}\n\nNo.\n\n${words.slice(0, 12).join(' ')}`)).toEqual([
      expect.objectContaining({ places: 1 }),
    ]);
  });

  it('gives ids that are the same in every run, with a key', () => {
    const found = overlaps(paragraph, { acceptanceKey: 'key' });
    expect(found).toEqual([expect.objectContaining({ ids: [expect.stringMatching(/^[0-9a-f]{32}$/)] })]);
    expect(overlaps(paragraph, { acceptanceKey: 'key' })).toEqual(found);
  });
});
