import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gap, lettersToString, toLetters, unseenBreak } from '../../src/audit/letters.ts';

/** What stands before each letter, by the definition: the firmest of all that stands between it and the one before. */
function lettersOneByOne(text: string): { readonly letters: string; readonly gaps: readonly number[] } {
  let letters = '';
  const gaps: number[] = [];
  let between: number = gap.space;
  let last = '';
  for (const character of text.normalize('NFKD').replace(/[-\u2010][ \t]*\r?\n[ \t]*(?=\p{L})/gu, '\u00ad')) {
    if (/[\p{L}\p{N}]/u.test(character)) {
      const isInWord = between === gap.none && /\p{Lu}/u.test(character) && !/\p{Lu}/u.test(last);
      gaps.push(isInWord ? gap.unseen : between);
      letters += character.toLowerCase();
      last = character;
      between = gap.none;
    } else between = Math.max(between, gapOf(character));
  }
  return { letters, gaps: [...gaps, gap.space] };
}

function gapOf(character: string): number {
  if (/\p{M}/u.test(character)) return gap.none;
  if (/[\p{Cf}*~`]/u.test(character) || character === unseenBreak) return gap.unseen;
  return /\s/u.test(character) ? gap.space : gap.mark;
}

const character = fc.constantFrom(
  ...[
    'a',
    'b',
    'K',
    'T',
    '7',
    'é',
    'É',
    'e\u0301',
    'ﬁ',
    '²',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '-',
    '-\n',
    '\u2010\r\n  ',
  ],
  ...['.', '/', '’', '–', '£', '…', '*', '\u00ad', '\u200b', unseenBreak, '\u0301'],
);

describe('the letters of a text', () => {
  it('are those of its definition, with what stands between them', () => {
    fc.assert(
      fc.property(fc.array(character, { maxLength: 40 }), (characters) => {
        const text = characters.join('');
        const { codes, gaps, count } = toLetters(text);
        const expected = lettersOneByOne(text);
        expect({ letters: lettersToString(codes), gaps: [...gaps] }).toEqual(expected);
        expect(count).toBe(expected.letters.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('are told apart in texts that follow one another, the longer and the shorter', () => {
    const long = 'Ashford Borough '.repeat(5000);
    expect(lettersToString(toLetters(long).codes)).toBe('ashfordborough'.repeat(5000));
    expect(lettersToString(toLetters('Dover').codes)).toBe('dover');
    expect(toLetters('').count).toBe(0);
  });
});
