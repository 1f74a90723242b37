import type { Fingerprints } from './fingerprint.ts';
import type { RawHits } from './raw-hits.ts';

/** Whether something was found that is not public as well. */
export function isSuspicious(
  { found, stems, attachments }: RawHits,
  { isSought, isSoughtStem, attachments: sought }: Fingerprints,
): boolean {
  return found.some(isSought) || stems.some(isSoughtStem) || attachments.some((hash) => sought.has(hash));
}
