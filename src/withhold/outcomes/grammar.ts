import type { Clause } from './clause.ts';
import type { Words } from './decision-words.ts';
import { adverb, notYet, passive } from './verbs.ts';

/** The word before another one, adverbs and `not` left out. */
export interface WordBefore {
  readonly at: number;
  readonly word: string;
  /** Whether `not` stood between. */
  readonly negated: boolean;
}

/** Finds the word before another one, adverbs and `not` left out. */
export function wordBefore(words: Words, at: number): WordBefore {
  let before = at - 1;
  while (before >= 0 && (words[before] === 'not' || adverb.test(words[before]!))) before -= 1;
  return { at: before, word: words[before] ?? '', negated: words.slice(before + 1, at).includes('not') };
}

/** Whether a participle stands in a passive: "be noted", "received and noted"; not "to be noted", which is still to come. */
export function isPassive(words: Words, at: number, clause: Clause): boolean {
  const before = wordBefore(words, at);
  if (passive.test(before.word)) return !notYet.test(wordBefore(words, before.at).word);
  const link = before.word === 'and' && words[before.at - 1] === ',' ? before.at - 1 : before.at;
  return /^(?:and|,)$/.test(before.word) && clause.passiveAt === link - 1;
}

/** Whether an infinitive is one that decides: "RESOLVED to note the report and to agree"; not "the plan to reduce crime". */
export function isDecidingTo(words: Words, at: number, clause: Clause): boolean {
  const before = wordBefore(words, at);
  if (before.at < clause.start || before.at === clause.takingAt) return true;
  return canGoOn(clause) && /^(?:and|but|,)$/.test(before.word);
}

/** Whether "and approve the plan" would go on with what the clause decides: with an inner verb between nobody can tell. */
export function canGoOn(clause: Clause): boolean {
  return !clause.innerInfinitive && !clause.subordinate;
}
