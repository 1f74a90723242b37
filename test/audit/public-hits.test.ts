import { describe, expect, it } from 'vitest';
import { findPublicHits, type PublicHits } from '../../src/audit/public-hits.ts';
import { printWithheld } from '../../src/audit/withheld-prints.ts';
import { secretPaper, secretSentence, withheld, withheldPiece } from './audit-fixture.ts';

const prints = printWithheld(withheld([withheldPiece(secretPaper)]));
const long = 'Apologies were received from the chairman, and the minutes were agreed. '.repeat(3);

describe('public hits', () => {
  it('are the same of a text, whether or not it comes by itself too', () => {
    const text = `${long}\n\n${secretSentence} It was *noted*.`;
    const joined = `D1 ${text} Ida Quillby`;
    const hits = sortedHits([joined]);
    expect(hits.found.length).toBeGreaterThan(0);
    expect(sortedHits([joined, 'D1', text, 'Ida Quillby'])).toEqual(hits);
    expect(sortedHits([text, joined])).toEqual(hits);
  });

  it('hold the stem of a word, however many words have come before it', () => {
    const words = Array.from({ length: 21_000 }, (_, number) => `zan${number.toString(36)}`);
    const hits = findPublicHits(prints, [words.join(' '), 'Zanthorpes']);
    expect(hits.stems).toEqual(findPublicHits(prints, ['Zanthorpes']).stems);
    expect(hits.stems.length).toBeGreaterThan(0);
  });
});

/** The order in which texts come may decide that of the numbers. */
function sortedHits(texts: readonly string[]): PublicHits {
  const { found, stems, longRuns } = findPublicHits(prints, texts);
  const inOrder = (numbers: readonly number[]): readonly number[] =>
    numbers.toSorted((first, second) => first - second);
  return { found: inOrder(found), stems: inOrder(stems), longRuns: inOrder(longRuns) };
}
