import type { Words } from './decision-words.ts';
import { decider } from './verbs.ts';

/** What has been read of a clause, and what it lets its verbs decide. */
export interface Clause {
  /** Where its first word stands, or the first after a `that` which opens it. */
  start: number;
  /** Where its deciding subject ends, which is its start when it has none: the place of a verb with nothing before it. */
  subjectEnd: number;
  /** Others are asked, empowered or advised: nothing counts until the sentence ends. */
  handedOver: boolean;
  /** "noted that …": what is noted is not decided. Nothing counts until the next semicolon. */
  reported: boolean;
  /** "if …": nothing counts until the next comma. */
  conditional: boolean;
  /** "which …": verbs with a subject do not count; "be noted" still does. */
  subordinate: boolean;
  /** "a plan to reduce crime": whose infinitive a further one would be cannot be told. */
  innerInfinitive: boolean;
  /** It stands after "not to:". */
  refusing: boolean;
  /** A word of denial has been read. */
  negated: boolean;
  /** It began with an infinitive or a deciding subject, so that "and note the report" goes on with it. */
  goesOn: boolean;
  /** The last participle of a passive, for "received and noted". */
  passiveAt: number;
  /** The last verb that takes another one: "agreed to defer". */
  takingAt: number;
  /** Agreed, unless what was agreed has an outcome of its own. */
  agreed: boolean;
}

/** A clause that begins at a word. */
export function openClause(words: Words, start: number): Clause {
  const subjectEnd = endOfDecider(words, start);
  return {
    ...{ start, subjectEnd, handedOver: false, reported: false, conditional: false, subordinate: false },
    ...{
      innerInfinitive: false,
      refusing: false,
      negated: false,
      goesOn: subjectEnd > start,
      passiveAt: -9,
      takingAt: -9,
    },
    agreed: false,
  };
}

/** Where the name of a body, or "Members", ends that begins at a word; the word itself when none does. */
function endOfDecider(words: Words, start: number): number {
  let at = /^(?:the|this|all)$/i.test(words[start] ?? '') ? start + 1 : start;
  let end = start;
  while (/^(?:\p{Lu}|(?:it|they|we|members|of|and|for|the)$)/u.test(words[at] ?? '')) {
    at += 1;
    if (decider.test(words[at - 1]!)) end = at;
  }
  return end;
}
