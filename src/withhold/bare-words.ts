import { plainLetters } from '../model/plain-letters.ts';

/** Letters and digits alone in lower case: two texts that differ only in punctuation, case or lookalike letters are equal. */
export function bareWords(text: string): string {
  return plainLetters(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
