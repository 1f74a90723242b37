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
  return /^\/(?:topics|resolutions)\/|\/resolutions\/(?:\d{4}\/)?(?:resolutions(?:-excel\.csv|\.json))?$/.test(
    address,
  );
}

/**
 * The problem of each, or one of all where the list is that of another site. None quotes an address, which may have the
 * words of a paper that is gone for a reason.
 */
export function vanishedProblems(
  vanished: readonly VanishedAddress[],
  recorded: readonly RecordedAddress[],
  published: ReadonlySet<string>,
): Problem[] {
  const file = `data/${addressListFile}`;
  if (vanished.length > 1 && isOfOtherBodies(recorded, published)) {
    return [
      problemAt(
        { file, line: vanished[0]!.line, column: 1 },
        'addresses-of-other-bodies',
        `None of the bodies in this list of published addresses is in content/: links to ${vanished.length} pages and files would break.`,
        'For a new site that began as a copy of another, delete data/addresses.yaml and run `npm run record-addresses`. Otherwise bring the papers back, or say in data/redirects.yaml where each is now.',
      ),
    ];
  }
  return vanished.map(({ line }) =>
    problemAt(
      { file, line, column: 1 },
      'address-vanished',
      'The address on this line was published once, and this build has no page or file for it: links to it would break.',
      'Bring the paper back, or say in data/redirects.yaml where it is now (`- from:` this address, and `to:`) or what it was (`gone:`). If it went because something is withheld now, a minute of its topic say, run `npm run record-addresses -- --withdrawn ADDRESS`, with the address on this line for ADDRESS.',
    ),
  );
}

/** Whether the list names meetings, and no body of any of them has a page. */
function isOfOtherBodies(recorded: readonly RecordedAddress[], published: ReadonlySet<string>): boolean {
  const bodies = recorded.flatMap((each) => {
    const meeting = each.kind === 'address' ? /^(\/[^/]+\/)\d{4}-\d{2}-\d{2}/.exec(each.address) : null;
    return meeting === null ? [] : [meeting[1]!];
  });
  return bodies.length > 0 && !bodies.some((body) => published.has(body));
}
