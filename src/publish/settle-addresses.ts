import { dirname, resolve } from 'node:path';
import { checkFormerAddresses, findWithheldFormer } from '../addresses/check-former-addresses.ts';
import { addressListFile, parseAddressList, type RecordedAddress } from '../addresses/address-list.ts';
import { findVanished, vanishedProblems } from '../addresses/find-vanished.ts';
import { parseFormerAddresses, redirectsFile } from '../addresses/former-addresses.ts';
import { formerYears } from '../addresses/former-years.ts';
import { lastingAddresses } from '../addresses/lasting-addresses.ts';
import { addressesOfWithheld } from '../addresses/withheld-addresses.ts';
import { pageAtFormer, type FormerAddress } from '../model/former-address.ts';
import type { SitePlan } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { Publication } from '../model/publication.ts';
import type { WithheldNote } from '../model/withheld.ts';

/** Files of `data/` about addresses. Their words are no public texts: an address in them may be that of a withheld paper. */
export const addressFiles: ReadonlySet<string> = new Set([addressListFile, redirectsFile]);

/** What `data/` says of addresses. */
export interface AddressSettings {
  /** Absent where no list is kept: then nothing is checked. */
  readonly recorded?: readonly RecordedAddress[];
  readonly former: readonly FormerAddress[];
  readonly problems: readonly Problem[];
}

/** Reads the list of addresses and the redirects. */
export function readAddresses(files: ReadonlyMap<string, string>): AddressSettings {
  const listText = files.get(addressListFile);
  const list = listText === undefined ? undefined : parseAddressList(listText);
  const redirects = parseFormerAddresses(files.get(redirectsFile) ?? '');
  return {
    ...(list !== undefined && 'recorded' in list ? { recorded: list.recorded } : {}),
    former: 'former' in redirects ? redirects.former : [],
    problems: [
      ...(list !== undefined && 'problems' in list ? list.problems : []),
      ...('problems' in redirects ? redirects.problems : []),
    ],
  };
}

/**
 * The settings as they concern this content. A list is that of the content beside it; another content, which `--content`
 * names, is measured by it only if it has one of its bodies, so that the settings of one site can serve to try another.
 */
export function ownAddresses(
  settings: AddressSettings,
  { content, data }: { readonly content: string; readonly data: string },
  { bodies }: Publication,
): AddressSettings {
  const { recorded, ...others } = settings;
  const isOwn =
    dirname(resolve(content)) === dirname(resolve(data)) ||
    recorded?.some(
      (each) => each.kind === 'address' && bodies.some(({ slug }) => each.address === `/${slug}/`),
    );
  return isOwn === true ? settings : others;
}

/** Former addresses that may get a page: none of a paper that is withheld, and none that leads to a withheld file. */
export function formerToShow(
  { recorded = [], former }: AddressSettings,
  withheld: readonly WithheldNote[],
): readonly FormerAddress[] {
  const ofWithheld = addressesOfWithheld(withheld);
  // A meeting's own address is among those of its papers, and may well be there.
  const leadsToFile = (each: FormerAddress): boolean =>
    'to' in each && !each.to.endsWith('/') && ofWithheld.has(each.to);
  const shown = former.filter((each) => !ofWithheld.has(each.from) && !leadsToFile(each));
  return [...shown, ...formerYears(recorded)];
}

/** The list, the addresses that there are, and those that may vanish. */
export interface SettledAddresses {
  readonly recorded: readonly RecordedAddress[];
  readonly published: ReadonlySet<string>;
  readonly withheld: ReadonlySet<string>;
  /** Redirects that are wrong, and addresses that would vanish. */
  readonly problems: readonly Problem[];
}

/** Compares what `data/` says of addresses with a planned site. */
export function settleAddresses(
  { recorded = [], former }: AddressSettings,
  plan: SitePlan,
  notes: readonly WithheldNote[],
): SettledAddresses {
  const own = lastingAddresses(plan);
  const ofWithheld = addressesOfWithheld(notes);
  const leftOut = findWithheldFormer(former, { published: own, withheld: ofWithheld });
  const withheld = new Set([...ofWithheld, ...leftOut.map(({ from }) => from)]);
  const shown = new Set(plan.pages.map(({ address }) => address));
  const kept = [...former, ...formerYears(recorded)]
    .map(({ from }) => from)
    .filter((from) => shown.has(pageAtFormer(from)));
  const published = new Set([...own, ...kept]);
  const { vanished } = findVanished(recorded, { published, withheld });
  const wrong = checkFormerAddresses(
    former.filter((each) => !leftOut.includes(each)),
    own,
  );
  return {
    recorded,
    published,
    withheld,
    problems: [...wrong, ...vanishedProblems(vanished, recorded, published)],
  };
}
