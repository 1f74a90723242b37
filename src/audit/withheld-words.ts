import { isCalendarWord, isEnglishWord } from './english-words.ts';
import type { Letters } from './letters.ts';
import { stemForms } from './stem-forms.ts';
import { splitAtSpaces, splitWords, wordAt } from './words.ts';

/**
 * The words of a text that tell something by themselves: of 4 letters and figures or more, or 6 figures or
 * more, and in no list of English: names, places, case numbers. What is between two spaces counts as a word
 * too (`O'Malley`: `omalley`), of 6 letters or more.
 */
export function findTellingWords(letters: Letters): readonly string[] {
  const words = splitWords(letters).map((stretch) => wordAt(letters, stretch));
  const joined = splitAtSpaces(letters).map((stretch) => wordAt(letters, stretch));
  return [...words.filter((word) => word.length >= 4), ...joined.filter((word) => word.length >= 6)].filter(
    isTelling,
  );
}

/** The forms that a word may have in a search index, but for those that tell nothing. */
export function findStems(word: string): readonly string[] {
  return [...stemForms(word)].filter((form) => form.length >= 4 && !isEnglishWord(form));
}

function isTelling(word: string): boolean {
  // Sizes of files, of 5 figures mostly, stand in the manifest.
  if (/^\d+$/.test(word)) return word.length >= 6;
  return !isEnglishWord(word) && !isCalendarWord(word) && !/^\d+(?:st|nd|rd|th|am|pm|px)$/.test(word);
}
