import { describe, expect, it } from 'vitest';
import { WholeTexts } from '../../src/audit/whole-texts.ts';

const text = 'The board noted the report. '.repeat(8).trim();
const other = 'Apologies were received from the chairman. '.repeat(6).trim();

/** Whether the last of some texts stands in one of those before it. */
function isLastSaid(...texts: readonly string[]): boolean {
  const whole = new WholeTexts();
  return texts.map((each) => whole.haveSaid(each)).at(-1)!;
}

describe('a text', () => {
  it.each([
    ['that was joined with others', [`D1 ${text} ${other}`, text]],
    ['that begins one before it', [`${text} D1`, text]],
    ['that ends one before it', [`D1 ${text}`, 'D1', text]],
    ['that came before', [text, text]],
  ])('is said already: one %s', (_what, texts) => {
    expect(isLastSaid(...texts)).toBe(true);
  });

  it.each([
    ['that comes first', [text]],
    ['that differs from the one before', [other, text]],
    ['that follows a letter in the one before', [`D${text} ${other}`, text]],
    ['that goes on in the one before', [`D1 ${text}s`, text]],
    ['that ends in a hyphen, after which a word may go on', [`D1 ${text}- ${other}`, `${text}-`]],
    ['that begins with a line’s end', [`D1- \n${text} ${other}`, `\n${text}`]],
    ['that ends in a line’s end', [`D1 ${text}\n ${other}`, `${text}\n`]],
    ['that is short', ['D1 Apologies', 'Apologies']],
  ])('is not: one %s', (_what, texts) => {
    expect(isLastSaid(...texts)).toBe(false);
  });
});
