import { groupBy } from '../model/group-by.ts';
import type { PublicBodyHead } from '../model/publication.ts';
import type { Outcome } from '../model/vocabulary.ts';
import { outcomes } from '../model/vocabulary.ts';
import {
  bodyAddress,
  bodyResolutionsAddress,
  bodyYearAddress,
  outcomeAddress,
  outcomeYearAddress,
  resolutionsAddress,
  yearAddress,
} from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import type { Breadcrumb } from './layout.ts';
import { newestYears } from './newest-years.ts';
import { capitalise, withArticle } from './phrase.ts';
import type { RegisterEntry } from './register.ts';
import { yearOf } from './register.ts';

/** A part of the register, which is a page of its own. */
export interface RegisterPart {
  readonly kind: 'all' | 'year' | 'body' | 'body-year' | 'outcome' | 'outcome-year';
  /** Of a body or a year of it, its slug; of an outcome or a year of it, the outcome. */
  readonly within?: string;
  readonly address: string;
  /** In a list of parts: `2021`. */
  readonly name: string;
  /** What the part is called in addresses and in the page's own filter. */
  readonly value: string;
  readonly title: string;
  readonly breadcrumbs: readonly Breadcrumb[];
  /** All that belongs to it: what is counted and can be downloaded. */
  readonly entries: readonly RegisterEntry[];
  /** What its page lists: of many years the newest, and the others have pages of their own. */
  readonly listed: readonly RegisterEntry[];
}

/** The whole register, then its years, bodies with their years, and outcomes. Every body is there, also one that has resolved nothing yet. */
export function registerParts(assembly: SiteAssembly, entries: readonly RegisterEntry[]): RegisterPart[] {
  const register = 'Resolutions';
  const root: Breadcrumb = { text: register, href: assembly.href(resolutionsAddress) };
  const byBody = groupBy(entries, ({ body }) => body.slug);
  return [
    {
      ...{ kind: 'all', address: resolutionsAddress, name: 'All', value: '', title: register },
      ...{ entries, listed: newestYears(entries) },
      breadcrumbs: [{ text: register }],
    },
    ...[...groupBy(entries, yearOf)].map(([year, own]): RegisterPart => ({
      ...{ kind: 'year', address: yearAddress(year), name: year, value: year },
      title: `Resolutions of ${year}`,
      breadcrumbs: [root, { text: year }],
      ...{ entries: own, listed: own },
    })),
    ...assembly.publication.bodies.flatMap((body) =>
      partsOfBody(assembly, body, byBody.get(body.slug) ?? []),
    ),
    ...[...groupByOutcome(entries)].flatMap(([outcome, own]) => partsOfOutcome(assembly, root, outcome, own)),
  ];
}

/** The register of a body and of each year in which it resolved something: year and body together, without a script. */
function partsOfBody(
  assembly: SiteAssembly,
  { slug, title }: PublicBodyHead,
  entries: readonly RegisterEntry[],
): RegisterPart[] {
  const root: Breadcrumb = { text: title, href: assembly.href(bodyAddress(slug)) };
  const address = bodyResolutionsAddress(slug);
  const ofBody = `Resolutions of ${withArticle(title)}`;
  return [
    {
      ...{ kind: 'body', within: slug, address, name: title, value: slug, title: ofBody },
      ...{ entries, listed: newestYears(entries) },
      breadcrumbs: [root, { text: 'Resolutions' }],
    },
    ...[...groupBy(entries, yearOf)].map(([year, own]): RegisterPart => ({
      ...{ kind: 'body-year', within: slug, address: bodyYearAddress(slug, year), name: year, value: year },
      title: `${ofBody} in ${year}`,
      breadcrumbs: [root, { text: 'Resolutions', href: assembly.href(address) }, { text: year }],
      ...{ entries: own, listed: own },
    })),
  ];
}

/** The register of an outcome, and of each year of it where one page does not list them all. */
function partsOfOutcome(
  assembly: SiteAssembly,
  root: Breadcrumb,
  outcome: Outcome,
  entries: readonly RegisterEntry[],
): RegisterPart[] {
  const address = outcomeAddress(outcome);
  const name = capitalise(outcome);
  const listed = newestYears(entries);
  const years = listed.length === entries.length ? [] : [...groupBy(entries, yearOf)];
  return [
    {
      ...{ kind: 'outcome', within: outcome, address, name, value: outcome },
      title: `Resolutions: ${outcome}`,
      breadcrumbs: [root, { text: name }],
      ...{ entries, listed },
    },
    ...years.map(([year, own]): RegisterPart => ({
      ...{ kind: 'outcome-year', within: outcome, address: outcomeYearAddress(outcome, year) },
      ...{ name: year, value: year, title: `Resolutions of ${year}: ${outcome}` },
      breadcrumbs: [root, { text: name, href: assembly.href(address) }, { text: year }],
      ...{ entries: own, listed: own },
    })),
  ];
}

/** The resolutions of each outcome that was taken, in the order of the vocabulary; a resolution stands under each of its own. */
function groupByOutcome(entries: readonly RegisterEntry[]): Map<Outcome, readonly RegisterEntry[]> {
  const pairs = entries.flatMap((entry) => entry.outcomes.map((outcome) => ({ outcome, entry })));
  const groups = groupBy(pairs, ({ outcome }) => outcome);
  return new Map(
    outcomes.flatMap((outcome) => {
      const own = groups.get(outcome);
      return own === undefined ? [] : [[outcome, own.map(({ entry }) => entry)] as const];
    }),
  );
}
