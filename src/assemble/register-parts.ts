import type { PublicBodyHead } from '../model/publication.ts';
import { outcomes } from '../model/vocabulary.ts';
import {
  bodyAddress,
  bodyResolutionsAddress,
  bodyYearAddress,
  outcomeAddress,
  resolutionsAddress,
  yearAddress,
} from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import type { Breadcrumb } from './layout.ts';
import { capitalise, withArticle } from './phrase.ts';
import type { RegisterEntry } from './register.ts';
import { outcomesOf, yearOf } from './register.ts';

/** A part of the register, which is a page of its own. */
export interface RegisterPart {
  readonly kind: 'all' | 'year' | 'body' | 'body-year' | 'outcome';
  /** Of a body, or of a body in a year: its slug. */
  readonly body?: string;
  readonly address: string;
  /** In a list of parts: `2021`. */
  readonly name: string;
  /** What the part is called in addresses and in the page's own filter. */
  readonly value: string;
  readonly title: string;
  readonly breadcrumbs: readonly Breadcrumb[];
  readonly entries: readonly RegisterEntry[];
}

/** The whole register, then its years, bodies with their years, and outcomes. Every body is there, also one that has resolved nothing yet. */
export function registerParts(assembly: SiteAssembly, entries: readonly RegisterEntry[]): RegisterPart[] {
  const register = 'Resolutions';
  const root: Breadcrumb = { text: register, href: assembly.href(resolutionsAddress) };
  const years = [...new Set(entries.map(yearOf))];
  const taken = outcomes.filter((outcome) => entries.some((entry) => outcomesOf(entry).includes(outcome)));
  return [
    {
      ...{ kind: 'all', address: resolutionsAddress, name: 'All', value: '', title: register, entries },
      breadcrumbs: [{ text: register }],
    },
    ...years.map((year): RegisterPart => ({
      ...{ kind: 'year', address: yearAddress(year), name: year, value: year },
      title: `Resolutions of ${year}`,
      breadcrumbs: [root, { text: year }],
      entries: entries.filter((entry) => yearOf(entry) === year),
    })),
    ...assembly.publication.bodies.flatMap((body) => partsOfBody(assembly, body, entries)),
    ...taken.map((outcome): RegisterPart => ({
      ...{ kind: 'outcome', address: outcomeAddress(outcome), name: capitalise(outcome), value: outcome },
      title: `Resolutions: ${outcome}`,
      breadcrumbs: [root, { text: capitalise(outcome) }],
      entries: entries.filter((entry) => outcomesOf(entry).includes(outcome)),
    })),
  ];
}

/** The register of a body and of each year in which it resolved something: year and body together, without a script. */
function partsOfBody(
  assembly: SiteAssembly,
  { slug, title }: PublicBodyHead,
  entries: readonly RegisterEntry[],
): RegisterPart[] {
  const own = entries.filter((entry) => entry.body.slug === slug);
  const root: Breadcrumb = { text: title, href: assembly.href(bodyAddress(slug)) };
  const address = bodyResolutionsAddress(slug);
  const ofBody = `Resolutions of ${withArticle(title)}`;
  return [
    {
      ...{ kind: 'body', body: slug, address, name: title, value: slug, title: ofBody, entries: own },
      breadcrumbs: [root, { text: 'Resolutions' }],
    },
    ...[...new Set(own.map(yearOf))].map((year): RegisterPart => ({
      ...{ kind: 'body-year', body: slug, address: bodyYearAddress(slug, year), name: year, value: year },
      title: `${ofBody} in ${year}`,
      breadcrumbs: [root, { text: 'Resolutions', href: assembly.href(address) }, { text: year }],
      entries: own.filter((entry) => yearOf(entry) === year),
    })),
  ];
}
