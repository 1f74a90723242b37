import type { PublicMinutes, PublicReport } from '../model/publication.ts';
import { countOf } from './phrase.ts';

/** `1,204 words`: how long a report is, or minutes are. */
export function lengthOf({ words }: Pick<PublicReport | PublicMinutes, 'words'>): string {
  return countOf(words, 'word', 'words');
}
