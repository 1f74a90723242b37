import type { Outcome } from '../../model/vocabulary.ts';

/** `note`, `notes`, `noted`. */
export type VerbForm = 'base' | 'present' | 'past';

/** A verb that can tell an outcome, in one of its forms. */
export interface Verb {
  readonly outcome: Outcome;
  readonly form: VerbForm;
  /** It is a noun as well: `support for victims`. */
  readonly alsoNoun: boolean;
  /** What has to stand with it for it to tell the outcome, in a passive alone: "be signed as a correct record". */
  readonly with?: 'correct record' | 'approval';
}

const nouns = ['note', 'support', 'refuse', 'decline'];
const roots: readonly (readonly [Outcome, readonly string[]])[] = [
  ['noted', ['note']],
  ['agreed', ['agree']],
  ['approved', ['approve']],
  ['endorsed', ['endorse']],
  ['supported', ['support']],
  ['deferred', ['defer', 'postpone']],
  ['refused', ['refuse', 'reject', 'decline']],
];

const verbs = new Map<string, Verb>([
  // What is "to be considered" has not been.
  ['considered', { outcome: 'considered', form: 'past', alsoNoun: false }],
]);
for (const word of ['recorded', 'confirmed', 'signed', 'accepted', 'taken']) {
  verbs.set(word, { outcome: 'recorded', form: 'past', alsoNoun: false, with: 'correct record' });
}
for (const word of ['given', 'granted']) {
  verbs.set(word, { outcome: 'approved', form: 'past', alsoNoun: false, with: 'approval' });
}
for (const [outcome, bases] of roots) {
  for (const base of bases) {
    const alsoNoun = nouns.includes(base);
    const past = base.endsWith('e') ? `${base}d` : base === 'defer' ? 'deferred' : `${base}ed`;
    verbs.set(base, { outcome, form: 'base', alsoNoun });
    verbs.set(`${base}s`, { outcome, form: 'present', alsoNoun });
    verbs.set(past, { outcome, form: 'past', alsoNoun: false });
  }
}

/** The verb that a word is, whatever its capitals. */
export function findVerb(word: string): Verb | undefined {
  return verbs.get(word.toLowerCase());
}

/** What makes others decide: what follows is their business, and no outcome of this resolution. */
export const handingOver =
  /^(?:ask|request|recommend|invite|urge|propose|suggest|require|instruct|direct|advise|authorise|authorize|delegate|empower|encourage)(?:e?s|e?d)?$/i;
/** Before these a verb in the past is a passive; a bare `be` is one of the subjunctive: "that it be noted". */
export const passive = /^(?:be|is|are|was|were)$/i;
/** With these before `be` nothing is decided yet. In small letters: a meeting may be in May. */
export const notYet = /^(?:to|may|might|must|can|could|cannot|shall|should|will|would)$/;
/** After a passive these name who is to decide, or when. */
export const decidedByOthers =
  /^(?:by|between|with (?!immediate|effect|(?:the )?(?:following|amendments?|additions?|changes?|conditions?)\b)|(?:at|in) (?:(?:the|its|a|full) )?(?:next|future|later|meeting|council|due|january|february|march|april|may|june|july|august|september|october|november|december)\b|when\b|once\b|if\b|following\b|before\b|after\b|prior\b)/i;
export const adverb = /^(?:also|hereby|now|duly|\w+ly)$/i;
/** What the object of a verb begins with. */
export const determiner = /^(?:the|an?|its|their|this|these|those|that|all|any|each|both|our)$/i;
/** What follows a verb, but no adjective: "agreed to the plan", not "agreed plans". */
export const objectStart =
  /^(?:the|an?|its|their|this|these|those|that|all|any|each|both|our|to|as|subject|[.,;])$/i;
export const preposition = /^(?:of|on|in|at|by|for|to|from|with)$/i;
export const negative = /^(?:not|no|never|nor|neither|cannot|unable)$/i;
export const conditional = /^(?:if|whether|unless|lest)$/i;
export const subordinating =
  /^(?:which|who|whose|whom|where|when|while|before|after|until|once|because|since|as|how)$/i;
/** A body that decides, as the last word of its name; or those who sit on it. */
export const decider =
  /^(?:Partnership|Committee|Sub-Committee|Subcommittee|Board|Council|Cabinet|Panel|Group|Forum|Authority|Executive|Commission|Meeting|Assembly|Members|Councillors|Trustees|Governors|It|They|We)$/i;
