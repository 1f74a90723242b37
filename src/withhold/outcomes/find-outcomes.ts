import { outcomes } from '../../model/vocabulary.ts';
import type { Outcome } from '../../model/vocabulary.ts';
import { readOpeningWords, readPartWords } from './decision-words.ts';
import type { Words } from './decision-words.ts';
import { scanWords } from './scan-words.ts';
import type { Frame } from './scan-words.ts';

/** What a resolution did, as a whole and by its parts. */
export interface FoundOutcomes {
  readonly whole: readonly Outcome[];
  readonly parts: readonly (readonly Outcome[])[];
}

/**
 * What a resolution did, in the order of `outcomes`. Only the verb that decides tells it: what is quoted, reported, denied,
 * conditional or left to others does not. `other` when no word tells it for certain: a wrong outcome would mislead whoever looks for it.
 */
export function findOutcomes(opening: string, parts: readonly string[]): FoundOutcomes {
  const { agreed, lead, parts: innerParts } = readOpeningWords(opening);
  const { outcomes: ofLead, frame } = scanWords(lead, agreed ? 'agreeing' : 'open');
  const ofInnerParts = innerParts.flatMap((part) => scanPart(part, frame));
  const ofParts = parts.map((part) => {
    const words = readPartWords(part);
    return [words.lead, ...words.parts].flatMap((each) => scanPart(each, frame));
  });
  const ofAllParts = [...ofInnerParts, ...ofParts.flat()];
  const ofAgreeing = frame === 'agreeing' && ofAllParts.length === 0 ? ['agreed' as const] : [];
  return {
    whole: inOrder([...ofLead, ...ofAgreeing, ...ofAllParts]),
    parts: ofParts.map(inOrder),
  };
}

function scanPart(words: Words, frame: Frame): readonly Outcome[] {
  const { outcomes: found, frame: after } = scanWords(words, frame === 'agreeing' ? 'open' : frame);
  return after === 'agreeing' ? [...found, 'agreed'] : found;
}

function inOrder(found: readonly Outcome[]): readonly Outcome[] {
  const inThatOrder = outcomes.filter((outcome) => found.includes(outcome));
  return inThatOrder.length === 0 ? ['other'] : inThatOrder;
}
