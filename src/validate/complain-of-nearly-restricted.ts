import type { Complain } from './complaint.ts';

/** Notes that a part's heading has a misspelt word on which it hangs whether the part is public. */
export function complainOfNearlyRestricted(line: number, complain: Complain): void {
  complain(
    line,
    'part-nearly-restricted',
    'A word of this heading is nearly restricted, exempt, confidential or private, so whether the part is public cannot be known.',
    'Correct the word, or use another.',
  );
}
