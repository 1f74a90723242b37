import type { FormerAddress } from '../model/former-address.ts';
import type { RecordedAddress } from './address-list.ts';

/**
 * Where the years of an outcome lead that had pages once. They have them only while the register of the outcome is long:
 * with one resolution less, corrected or withheld, its page lists all again, and no officer should have to say so year by year.
 * A year that still has its page keeps it.
 */
export function formerYears(recorded: readonly RecordedAddress[]): FormerAddress[] {
  return recorded.flatMap((each) => {
    const outcome = each.kind === 'address' ? /^(\/resolutions\/[a-z]+\/)\d{4}\/$/.exec(each.address) : null;
    return outcome === null ? [] : [{ from: outcome[0], to: outcome[1]!, line: each.line }];
  });
}
