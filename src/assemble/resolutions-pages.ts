import type { Page } from '../model/page.ts';
import type { PublicBody } from '../model/publication.ts';
import { bodyAddress, bodyResolutionsAddress, resolutionsAddress, yearAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { coverageOf } from './coverage.ts';
import type { Breadcrumb } from './layout.ts';
import { layoutOf } from './layout.ts';
import { pageOf } from './page-of.ts';
import { createPageText } from './page-text.ts';
import { countOf, withArticle } from './phrase.ts';
import type { RegisterEntry } from './register.ts';
import { yearOf } from './register.ts';
import type { ResolutionProps } from './resolution-props.ts';
import { resolutionProps } from './resolution-props.ts';

/** A link of the register to a part of itself, with how many it leads to; the page at hand has no link. */
export type RegisterLink = { readonly text: string; readonly count: string; readonly href?: string };

/** The register: all resolutions, those of each year, and those of each body. */
export function resolutionsPages(assembly: Assembly, entries: readonly RegisterEntry[]): Page[] {
  const years = [...new Set(entries.map(yearOf))];
  const bodies = assembly.publication.bodies;
  const register = 'Resolutions';
  const root: Breadcrumb = { text: register, href: assembly.href(resolutionsAddress) };
  const page = (address: string, title: string, breadcrumbs: readonly Breadcrumb[], shown: readonly RegisterEntry[]): Page => {
    const pageText = createPageText(assembly);
    const link = (text: string, to: string, count: number): RegisterLink => ({
      text,
      count: countOf(count, 'resolution', 'resolutions'),
      ...(to === address ? {} : { href: assembly.href(to) }),
    });
    return pageOf(address, 'resolutions', {
      layout: layoutOf(assembly, { address, title, breadcrumbs }),
      caption: 'Register of resolutions',
      title,
      coverage: coverageOf(shown),
      all: link('All', resolutionsAddress, entries.length),
      years: years.map((year) => link(year, yearAddress(year), entries.filter((entry) => yearOf(entry) === year).length)),
      bodies: bodies.map((body) => link(body.title, bodyResolutionsAddress(body.slug), entries.filter((entry) => entry.body === body).length)),
      groups: groupByYear(shown.map((entry) => resolutionProps(assembly, entry, pageText))),
    });
  };
  return [
    page(resolutionsAddress, register, [{ text: register }], entries),
    ...years.map((year) => page(yearAddress(year), `Resolutions of ${year}`, [root, { text: year }], entries.filter((entry) => yearOf(entry) === year))),
    ...bodies.map((body) => page(bodyResolutionsAddress(body.slug), `Resolutions of ${withArticle(body.title)}`, trailOf(assembly, body), entries.filter((entry) => entry.body === body))),
  ];
}

function trailOf(assembly: Assembly, body: PublicBody): Breadcrumb[] {
  return [{ text: body.title, href: assembly.href(bodyAddress(body.slug)) }, { text: 'Resolutions' }];
}

/** Resolutions of one year; a register of a single year needs no heading for it. */
export type RegisterGroup = { readonly year?: string; readonly level: number; readonly resolutions: readonly ResolutionProps[] };

function groupByYear(resolutions: readonly ResolutionProps[]): RegisterGroup[] {
  const years = new Map<string, ResolutionProps[]>();
  for (const resolution of resolutions) {
    const year = resolution.date.slice(0, 4);
    const group = years.get(year);
    if (group === undefined) years.set(year, [resolution]);
    else group.push(resolution);
  }
  if (years.size === 1) return [{ level: 2, resolutions }];
  return [...years].map(([year, group]) => ({ year, level: 3, resolutions: group }));
}
