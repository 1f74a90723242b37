import type { Outcome } from '../../model/vocabulary.ts';
import type { Clause } from './clause.ts';
import type { Words } from './decision-words.ts';
import { canGoOn, isDecidingTo, isPassive, wordBefore } from './grammar.ts';
import { decidedByOthers, determiner, objectStart } from './verbs.ts';
import type { Verb } from './verbs.ts';

/** The outcome that a verb tells where it stands; undefined where it does not decide. */
export function judgeVerb(words: Words, at: number, verb: Verb, clause: Clause): Outcome | undefined {
  const before = wordBefore(words, at);
  const decides =
    verb.form === 'past' && isPassive(words, at, clause)
      ? decidesAsPassive(words, at, verb, clause)
      : verb.with === undefined && decidesWithSubject(words, at, verb, clause);
  if (!decides) return undefined;
  const auxiliary = /^(?:be|to|do|does|did|is|are|was|were)$/.test(before.word)
    ? wordBefore(words, before.at)
    : before;
  if (before.negated || auxiliary.negated || clause.refusing) {
    return verb.outcome === 'approved' || verb.outcome === 'agreed' ? 'refused' : undefined;
  }
  return clause.negated ? undefined : verb.outcome;
}

const correctRecord = /^as an? (?:\w+ and )?(?:correct|accurate) record\b/;

/** "Be noted" decides wherever it stands, "was noted" only as the clause's own verb. What is "to be considered" has not been. */
function decidesAsPassive(
  words: Words,
  at: number,
  { outcome, with: company }: Verb,
  clause: Clause,
): boolean {
  const isSubjunctive = wordBefore(words, at).word === 'be';
  if (isSubjunctive ? outcome === 'considered' : clause.subordinate) return false;
  if (company === 'approval') return words.slice(clause.start, clause.start + 2).includes('approval');
  if (company === 'correct record') {
    return words[at - 1] === 'correctly' || correctRecord.test(words.slice(at + 1, at + 7).join(' '));
  }
  return outcome === 'noted' || !decidedByOthers.test(words.slice(at + 1, at + 4).join(' '));
}

/** "To note", "Members noted", "noted the report", and what goes on with them: "and agreed the plan". */
function decidesWithSubject(words: Words, at: number, verb: Verb, clause: Clause): boolean {
  const before = wordBefore(words, at);
  const hasSubject = clause.subjectEnd > clause.start;
  if (before.word === 'to') return verb.form === 'base' && isDecidingTo(words, before.at, clause);
  if (/^(?:do|does|did)$/.test(before.word)) {
    return hasSubject && wordBefore(words, before.at).at < clause.subjectEnd;
  }
  if (before.at < clause.subjectEnd && hasSubject) return isVerbOfSubject(words[at + 1], verb);
  const isFirst = before.at < clause.start;
  const goesOn = clause.goesOn && canGoOn(clause) && /^(?:and|,)$/.test(before.word);
  return (isFirst || goesOn) && hasObject(words[at + 1], verb);
}

/** Whether what follows a body's name is its verb: not "the Panel supported by officers", nor "the Board notes of May". */
function isVerbOfSubject(next = 'the', { form, alsoNoun }: Verb): boolean {
  return form === 'past' ? next !== 'by' : !alsoNoun || determiner.test(next);
}

/** Whether a verb without a subject is one: "note the plan", "Noted.", but not "support for victims" or "agreed plans". */
function hasObject(next = '.', { form, alsoNoun }: Verb): boolean {
  if (form === 'base' && !alsoNoun) return true;
  return form === 'past' ? objectStart.test(next) : determiner.test(next);
}
