import type { Outcome } from '../../model/vocabulary.ts';
import { openClause } from './clause.ts';
import type { Clause } from './clause.ts';
import type { Words } from './decision-words.ts';
import { isDecidingTo, isPassive, wordBefore } from './grammar.ts';
import { judgeVerb } from './judge-verb.ts';
import {
  conditional,
  findVerb,
  handingOver,
  negative,
  objectStart,
  passive,
  preposition,
  subordinating,
} from './verbs.ts';

/**
 * What words let those decide that follow them: `open`, anything; `agreeing`, anything, and if it is nothing it was agreed;
 * `refusing`, "not to:"; `closed`, nothing.
 */
export type Frame = 'open' | 'agreeing' | 'refusing' | 'closed';

/** The outcomes that words tell which stand in a frame, and the frame that they make for what follows. */
export function scanWords(
  words: Words,
  within: Frame,
): { readonly outcomes: readonly Outcome[]; readonly frame: Frame } {
  const outcomes: Outcome[] = [];
  let clause = openClause(words, 0);
  clause.handedOver = within === 'closed';
  clause.refusing = within === 'refusing';
  clause.agreed = within === 'agreeing';
  words.forEach((word, at) => {
    if (/^[.!?]$/.test(word) || (word === ';' && !clause.handedOver)) {
      if (clause.agreed) outcomes.push('agreed');
      clause = openClause(words, at + 1);
    } else {
      readWord(words, at, clause);
      const outcome = findOutcome(words, at, clause);
      if (outcome !== undefined) outcomes.push(outcome);
      if (/(?:ed|given|taken|made)$/.test(word) && isPassive(words, at, clause)) clause.passiveAt = at;
    }
  });
  return { outcomes, frame: frameAfter(words, clause) };
}

function frameAfter(words: Words, clause: Clause): Frame {
  if (clause.handedOver || clause.reported || clause.conditional) return 'closed';
  if (/^not to$/.test(words.slice(-2).join(' '))) return 'refusing';
  return clause.agreed ? 'agreeing' : 'open';
}

/** Takes in what a word, be it a verb of an outcome or not, does to its clause. */
function readWord(words: Words, at: number, clause: Clause): void {
  const word = words[at]!;
  if (word === ',') clause.conditional = false;
  else if (word === 'that') readThat(words, at, clause);
  else if (handingOver.test(word)) clause.handedOver ||= isHandingOver(words, at, clause);
  else if (conditional.test(word) || (word === 'should' && at === clause.start)) clause.conditional = true;
  // "The report as approved in May" is still its subject.
  else if (subordinating.test(word) && !/^as \w+ed$/.test(`${word} ${words[at + 1]}`))
    clause.subordinate = true;
  else if (negative.test(word) && !/^\d/.test(`${words[at + 1]}`)) clause.negated = true;
  if (words[at - 1] === 'to' && !objectStart.test(word)) readInfinitive(words, at, clause);
}

function readThat(words: Words, at: number, clause: Clause): void {
  const before = words[at - 1] ?? '';
  const afterAgreement = clause.takingAt === at - 1;
  if (at === clause.start || afterAgreement || /^(?:,|and|but)$/.test(before)) {
    const { start, subjectEnd, goesOn } = openClause(words, at + 1);
    // "Agreed that the plan was approved" tells what had been done before.
    Object.assign(clause, { start, subjectEnd, goesOn, negated: false, subordinate: afterAgreement });
  } else if (/^(?:is|are|was|were|ha[sd]|have)$/.test(words[at + 1] ?? '')) {
    clause.subordinate = true;
  } else if (!preposition.test(before)) {
    clause.reported = true;
  }
}

/** Whether it hands the decision over here, rather than telling of a plan "to encourage cycling". */
function isHandingOver(words: Words, at: number, clause: Clause): boolean {
  const before = wordBefore(words, at);
  if (before.at < clause.subjectEnd || passive.test(before.word) || words[at + 1] === 'that') return true;
  if (before.word === 'to') return isDecidingTo(words, before.at, clause);
  return clause.goesOn && /^(?:and|,)$/.test(before.word);
}

function readInfinitive(words: Words, at: number, clause: Clause): void {
  if (isDecidingTo(words, at - 1, clause)) {
    clause.goesOn = true;
    if (wordBefore(words, at - 1).negated) clause.agreed = false;
  } else {
    clause.innerInfinitive = true;
  }
}

/** The outcome that a word tells, if it is the verb of one and decides. */
function findOutcome(words: Words, at: number, clause: Clause): Outcome | undefined {
  const word = words[at]!;
  // "The Group Support budget": a name within a sentence.
  const isName = at !== clause.start && /^\p{Lu}\p{Ll}/u.test(word);
  const verb = isName ? undefined : findVerb(word);
  if (verb === undefined || clause.handedOver || clause.reported || clause.conditional) return undefined;
  const outcome = judgeVerb(words, at, verb, clause);
  if (outcome === undefined) return undefined;
  const [next, afterNext = ''] = words.slice(at + 1);
  const takesInfinitive = next === 'to' ? !objectStart.test(afterNext) : next === 'not' && afterNext === 'to';
  clause.agreed = outcome === 'agreed' && (next === 'that' || takesInfinitive);
  if (clause.agreed) clause.takingAt = at;
  // "Declined to endorse": what was not done is no outcome.
  if (outcome === 'refused' && takesInfinitive) clause.reported = true;
  return clause.agreed ? undefined : outcome;
}
