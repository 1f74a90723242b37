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

/** The forms of withheld words in a search index that no public word has. */
export function findStems(withheldWord: string, publicForms: ReadonlySet<string>): readonly string[] {
  return [...stemForms(withheldWord)].filter(
    (form) => form.length >= 4 && !publicForms.has(form) && !isEnglishWord(form),
  );
}

/**
 * The forms of those public words that begin as one of the withheld words does: only they can be taken for
 * one.
 */
export function publicStemForms(
  publicWords: Iterable<string>,
  withheldWords: Iterable<string>,
): ReadonlySet<string> {
  const beginnings = new Set([...withheldWords].map(beginningOf));
  const forms = new Set<string>();
  for (const word of publicWords) {
    if (!beginnings.has(beginningOf(word))) continue;
    for (const form of stemForms(word)) forms.add(form);
  }
  return forms;
}

// A stem may end in `i` where the word has `y`.
function beginningOf(word: string): string {
  return word.slice(0, 3).replaceAll('y', 'i');
}

function isTelling(word: string): boolean {
  // Sizes of files, of 5 figures mostly, stand in the manifest.
  if (/^\d+$/.test(word)) return word.length >= 6;
  return !isEnglishWord(word) && !isCalendarWord(word) && !/^\d+(?:st|nd|rd|th|am|pm|px)$/.test(word);
}
