import type { Outcome } from '../model/vocabulary.ts';

/** Words of a resolution that tell an outcome. "supports" describes a plan; "to support" is what was resolved. */
const signs: readonly (readonly [Outcome, RegExp])[] = [
  ['noted', /\b(?:to note|be noted|noted|note)\b/i],
  ['agreed', /\b(?:to agree|be agreed|agreed)\b/i],
  ['approved', /\b(?:approve|approved)\b/i],
  ['endorsed', /\b(?:endorse|endorsed)\b/i],
  ['supported', /\b(?:to support|be supported|supported)\b/i],
  ['considered', /\bconsidered\b/i],
  ['recorded', /\bcorrectly recorded\b/i],
];

/** What a resolution did, in the order of `outcomes`; `other` when its words tell none of them. */
export function findOutcomes(words: string): readonly Outcome[] {
  const found = signs.filter(([, sign]) => sign.test(words)).map(([outcome]) => outcome);
  return found.length === 0 ? ['other'] : found;
}
