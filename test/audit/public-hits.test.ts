import { describe, expect, it } from 'vitest';
import { findPublicHits } from '../../src/audit/public-hits.ts';
import { printWithheld } from '../../src/audit/withheld-prints.ts';
import { secretPaper, secretSentence, withheld, withheldPiece } from './audit-fixture.ts';

const prints = printWithheld(withheld([withheldPiece(secretPaper)]));
const long = 'Apologies were received from the chairman, and the minutes were agreed. '.repeat(3);

describe('public hits', () => {
  it('are the same of a text, whether or not it comes by itself too', () => {
    const text = `${long}\n\n${secretSentence} It was *noted*.`;
    const joined = `D1 ${text} Ida Quillby`;
    const hits = findPublicHits(prints, [joined]);
    expect(hits.found.size).toBeGreaterThan(0);
    expect(findPublicHits(prints, [joined, 'D1', text, 'Ida Quillby'])).toEqual(hits);
    expect(findPublicHits(prints, [text, joined])).toEqual(hits);
  });

  it('hold the stem of a word, however many words have come before it', () => {
    const words = Array.from({ length: 21_000 }, (_, number) => `zan${number.toString(36)}`);
    const hits = findPublicHits(prints, [words.join(' '), 'Zanthorpes']);
    expect(hits.stems).toEqual(findPublicHits(prints, ['Zanthorpes']).stems);
    expect(hits.stems.size).toBeGreaterThan(0);
  });
});
