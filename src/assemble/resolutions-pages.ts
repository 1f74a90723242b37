import type { Page } from '../model/page.ts';
import { registerScriptAddress, resolutionsAddress } from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { coverageOf, extentOf } from './coverage.ts';
import { resolutionsFeedAddress, subscribeAddress } from './exports/export-addresses.ts';
import { registerDownloads } from './exports/register-files.ts';
import { layoutOf } from './layout.ts';
import { pageOf } from './page-of.ts';
import { createPageText } from './page-text.ts';
import { countOf } from './phrase.ts';
import type { RegisterEntry } from './register.ts';
import type { RegisterPart } from './register-parts.ts';
import { registerParts } from './register-parts.ts';
import type { ResolutionProps } from './resolution-props.ts';
import { resolutionProps } from './resolution-props.ts';

/** A link of the register to a part of itself, with how many it leads to; the page at hand has no link. */
export type RegisterLink = { readonly text: string; readonly count: string; readonly href?: string };

/** The register: all resolutions, and those of each year, each body, each year of a body and each outcome, so that it can be read without a script. */
export function resolutionsPages(assembly: SiteAssembly, entries: readonly RegisterEntry[]): Page[] {
  const parts = registerParts(assembly, entries);
  // Each stands on five pages, and no id in its text is that of another, so that it is the same on all.
  const shown = new Map(
    entries.map((entry) => [entry, resolutionProps(assembly, entry, createPageText(assembly))]),
  );
  return parts.map((part) => resolutionsPage(assembly, part, parts, shown));
}

function resolutionsPage(
  assembly: SiteAssembly,
  shown: RegisterPart,
  parts: readonly RegisterPart[],
  propsOf: ReadonlyMap<RegisterEntry, ResolutionProps>,
): Page {
  const { address, title, breadcrumbs } = shown;
  const links = (kind: RegisterPart['kind'], body?: string): RegisterLink[] =>
    parts
      .filter((part) => part.kind === kind && (body === undefined || part.body === body))
      .map((part) => ({
        text: part.name,
        count: countOf(part.entries.length, 'resolution', 'resolutions'),
        ...(part === shown ? {} : { href: assembly.href(part.address) }),
      }));
  const filters = filtersOf(shown, parts);
  return pageOf(address, 'resolutions', {
    layout: layoutOf(assembly, {
      address,
      title,
      description: `${title}. ${extentOf(shown.entries)}`,
      breadcrumbs,
      ...(filters.length === 0 ? {} : { scripts: [registerScriptAddress] }),
    }),
    caption: 'Register of resolutions',
    title,
    coverage: coverageOf(shown.entries),
    all: links('all')[0]!,
    // Within the register of a body its own years, so that year and body go together.
    years: shown.body === undefined ? links('year') : links('body-year', shown.body),
    bodies: links('body'),
    outcomes: links('outcome'),
    filters,
    ...(shown.entries.length === 0 ? {} : { downloads: downloadsOf(assembly, shown) }),
    follow: {
      feedHref: assembly.href(resolutionsFeedAddress),
      subscribeHref: assembly.href(subscribeAddress),
    },
    groups: groupByYear(shown.entries.map((entry) => propsOf.get(entry)!)),
  });
}

/** What can be downloaded of what a page of the register shows. */
export type RegisterDownloadLinks = {
  readonly what: string;
  readonly tableHref: string;
  readonly jsonHref: string;
};

/** An outcome has no files of its own: a resolution can have several, and the table has a column for them. */
function downloadsOf(assembly: SiteAssembly, { kind, address, title }: RegisterPart): RegisterDownloadLinks {
  const isWhole = kind === 'all' || kind === 'outcome';
  const { table, json } = registerDownloads(isWhole ? resolutionsAddress : address);
  return {
    what: isWhole ? 'all resolutions' : `the ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    tableHref: assembly.href(table),
    jsonHref: assembly.href(json),
  };
}

/** A choice within the page, which the script counts: only where there is something to choose. */
export type RegisterFilter = {
  readonly name: 'year' | 'body' | 'outcome';
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
};

function filtersOf(shown: RegisterPart, parts: readonly RegisterPart[]): RegisterFilter[] {
  const entries = new Set(shown.entries);
  const filter = (name: RegisterFilter['name'], label: string): RegisterFilter => ({
    name,
    label,
    choices: parts
      .filter((part) => part.kind === name && part.entries.some((entry) => entries.has(entry)))
      .map((part) => ({ value: part.value, text: part.name })),
  });
  return [filter('year', 'Year'), filter('body', 'Body'), filter('outcome', 'Outcome')].filter(
    ({ name, choices }) => name !== shown.kind && choices.length > 1,
  );
}

/** Resolutions of one year; a register of a single year needs no heading for it. */
export type RegisterGroup = {
  readonly year?: string;
  readonly level: number;
  readonly resolutions: readonly ResolutionProps[];
};

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
