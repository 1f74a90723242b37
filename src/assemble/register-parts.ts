import { outcomes } from '../model/vocabulary.ts';
import {
  bodyAddress,
  bodyResolutionsAddress,
  outcomeAddress,
  resolutionsAddress,
  yearAddress,
} from './addresses.ts';
import type { Assembly } from './assembly.ts';
import type { Breadcrumb } from './layout.ts';
import { capitalise, withArticle } from './phrase.ts';
import type { RegisterEntry } from './register.ts';
import { outcomesOf, yearOf } from './register.ts';

/** A part of the register, which is a page of its own. */
export interface RegisterPart {
  readonly kind: 'all' | 'year' | 'body' | 'outcome';
  readonly address: string;
  /** In a list of parts: `2021`. */
  readonly name: string;
  /** What the part is called in addresses and in the page's own filter. */
  readonly value: string;
  readonly title: string;
  readonly breadcrumbs: readonly Breadcrumb[];
  readonly entries: readonly RegisterEntry[];
}

/** The whole register, then its years, bodies and outcomes. Every body is there, also one that has resolved nothing yet. */
export function registerParts(assembly: Assembly, entries: readonly RegisterEntry[]): RegisterPart[] {
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
    ...assembly.publication.bodies.map((body): RegisterPart => ({
      ...{ kind: 'body', address: bodyResolutionsAddress(body.slug), name: body.title, value: body.slug },
      title: `Resolutions of ${withArticle(body.title)}`,
      breadcrumbs: [{ text: body.title, href: assembly.href(bodyAddress(body.slug)) }, { text: register }],
      entries: entries.filter((entry) => entry.body === body),
    })),
    ...taken.map((outcome): RegisterPart => ({
      ...{ kind: 'outcome', address: outcomeAddress(outcome), name: capitalise(outcome), value: outcome },
      title: `Resolutions: ${outcome}`,
      breadcrumbs: [root, { text: capitalise(outcome) }],
      entries: entries.filter((entry) => outcomesOf(entry).includes(outcome)),
    })),
  ];
}
