import { createHmac } from 'node:crypto';
import type { WithheldReference } from './finding.ts';

/**
 * A name for a finding that is the same in every run, so that a person can accept it: HMAC-SHA-256, 128
 * bits in hexadecimal, over the kind of finding, the withheld thing and the letters found. Not over the
 * output's file: a phrase that is accepted stands in the page, in the pack and in the search index.
 *
 * A plain digest would let anybody who reads a log try out names until one fits. The key keeps them from
 * it.
 */
export function toFindingId(
  acceptanceKey: string,
  code: string,
  withheld: WithheldReference,
  letters: string,
): string {
  const message = [code, withheld.file, withheld.what, letters].join('\0');
  return createHmac('sha256', acceptanceKey).update(message).digest('hex').slice(0, 32);
}
