import { problemAt, type Problem } from '../model/problem.ts';
import { addressListFile, type RecordedAddress } from './address-list.ts';

/** What a list of addresses is compared with. */
export interface AddressesNow {
  /** Every page and lasting file of this build, redirects among them. */
  readonly published: ReadonlySet<string>;
  /** Addresses of papers that are withheld now. */
  readonly withheld: ReadonlySet<string>;
}

/** A recorded address of which this build has nothing. */
export type VanishedAddress = Extract<RecordedAddress, { kind: 'address' }>;

/**
 * Recorded addresses that have no page or file, apart from those whose paper is withheld: withdrawing a paper must never be
 * stopped by its address. Nor by a topic or a register that was there for that paper only, so lists may go with it.
 */
export function findVanished(
  recorded: readonly RecordedAddress[],
  { published, withheld }: AddressesNow,
): { readonly vanished: readonly VanishedAddress[]; readonly withdrawn: readonly VanishedAddress[] } {
  const missing = recorded.filter(
    (each): each is VanishedAddress => each.kind === 'address' && !published.has(each.address),
  );
  const isOfPaper = ({ address }: VanishedAddress): boolean => withheld.has(address);
  // An attachment makes no list, so none goes with it.
  const somethingWithdrawn = missing.some(
    (each) => isOfPaper(each) && !isList(each.address) && each.address.endsWith('/'),
  );
  const isWithdrawn = (each: VanishedAddress): boolean =>
    isOfPaper(each) || (somethingWithdrawn && isList(each.address));
  return {
    vanished: missing.filter((each) => !isWithdrawn(each)),
    withdrawn: missing.filter(isWithdrawn),
  };
}

/** Topics and registers list what papers hold and have none of their own. */
function isList(address: string): boolean {
  return /^\/(?:topics|resolutions)\/|\/resolutions\/(?:\d{4}\/)?$/.test(address);
}

/** The problem of each. It does not quote the address, which may have the words of a paper that is gone for a reason. */
export function vanishedProblems(vanished: readonly VanishedAddress[]): Problem[] {
  return vanished.map(({ line }) =>
    problemAt(
      { file: `data/${addressListFile}`, line, column: 1 },
      'address-vanished',
      'The address on this line was published once, and this build has no page or file for it: links to it would break.',
      'Bring the paper back, or say in data/redirects.yaml where it is now (`- from:` this address, and `to:`) or what it was (`gone:`). If it went because something is withheld now, a minute of its topic say, run `npm run record-addresses -- --withdrawn ADDRESS`, with the address on this line for ADDRESS.',
    ),
  );
}
