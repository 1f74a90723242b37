import type { FormerAddress } from '../model/former-address.ts';
import { problemAt, type Problem } from '../model/problem.ts';
import type { AddressesNow } from './find-vanished.ts';
import { redirectsFile } from './former-addresses.ts';

/**
 * Former addresses that are or lead to the address of a withheld paper. They get no page and are no problem: a page
 * would say what the paper is called, and a problem would stop its withdrawal. `published` is without former addresses.
 */
export function findWithheldFormer(
  former: readonly FormerAddress[],
  { published, withheld }: AddressesNow,
): FormerAddress[] {
  const isGone = (address: string): boolean => withheld.has(address) && !published.has(address);
  return former.filter((each) => isGone(each.from) || ('to' in each && isGone(pageOfTarget(each.to))));
}

/** Whether former addresses are former and lead to a page; `published` is without them. */
export function checkFormerAddresses(
  former: readonly FormerAddress[],
  published: ReadonlySet<string>,
): Problem[] {
  return former.flatMap((each, index) => {
    const place = { file: `data/${redirectsFile}`, line: each.line, column: 1 };
    if (published.has(each.from) || former.findIndex(({ from }) => from === each.from) < index) {
      return [
        problemAt(
          place,
          'redirect-taken',
          'The address `from` of this entry has a page or a file, or another entry, of its own.',
          'Take the entry out.',
        ),
      ];
    }
    if ('gone' in each || published.has(pageOfTarget(each.to))) return [];
    return [
      problemAt(
        place,
        'redirect-nowhere',
        'The address `to` of this entry is no page and no attachment, feed or data file of this site.',
        'Write the address of the page or file as it is now, or `gone:` and what it was.',
      ),
    ];
  });
}

function pageOfTarget(to: string): string {
  return to.split('#')[0]!;
}
