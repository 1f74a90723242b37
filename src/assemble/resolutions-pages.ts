import { groupBy } from '../model/group-by.ts';
import { digestOfMade } from '../model/made.ts';
import type { Page } from '../model/page.ts';
import { registerScriptAddress, registerYearsScriptAddress, resolutionsAddress } from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { coverageOf, extentOf } from './coverage.ts';
import { resolutionsFeedAddress, subscribeAddress } from './exports/export-addresses.ts';
import { registerDownloads } from './exports/register-files.ts';
import { layoutOf } from './layout.ts';
import { pageOf } from './page-of.ts';
import { createPageText } from './page-text.ts';
import { countOf, formatCount } from './phrase.ts';
import type { RegisterEntry } from './register.ts';
import { filtersOf } from './register-filters.ts';
import type { RegisterLink } from './register-guide.ts';
import { guideOf } from './register-guide.ts';
import type { RegisterIndex } from './register-index.ts';
import { indexParts } from './register-index.ts';
import type { RegisterPart } from './register-parts.ts';
import { registerParts } from './register-parts.ts';
import type { ResolutionProps } from './resolution-props.ts';
import { resolutionProps } from './resolution-props.ts';

/**
 * The register: all resolutions, and those of each year, each body, each year of a body and each outcome, so that it can
 * be read without a script. A page of many years lists the newest and leads to the others.
 */
export function resolutionsPages(assembly: SiteAssembly, entries: readonly RegisterEntry[]): Page[] {
  const parts = registerParts(assembly, entries);
  // Each stands on several pages, and no id in its text is that of another, so that it is the same on all.
  const resolutions = new Map(
    entries.map((entry) => [entry, resolutionProps(assembly, entry, createPageText(assembly))]),
  );
  const register: Register = {
    index: indexParts(parts),
    links: new Map(parts.map((part) => [part, linkOf(assembly, part)])),
    resolutions,
  };
  return parts.map((part) => resolutionsPage(assembly, part, register));
}

/** What the pages of the register share. */
interface Register {
  readonly index: RegisterIndex;
  readonly links: ReadonlyMap<RegisterPart, RegisterLink>;
  readonly resolutions: ReadonlyMap<RegisterEntry, ResolutionProps>;
}

function linkOf(assembly: SiteAssembly, part: RegisterPart): RegisterLink {
  return {
    text: part.name,
    count: countOf(part.entries.length, 'resolution', 'resolutions'),
    href: assembly.href(part.address),
  };
}

function resolutionsPage(
  assembly: SiteAssembly,
  part: RegisterPart,
  { index, links, resolutions }: Register,
): Page {
  const { address, title, breadcrumbs, entries, listed } = part;
  const linksTo = (others: readonly RegisterPart[]): RegisterLink[] =>
    others.map((other) => {
      const link = links.get(other)!;
      return other === part ? { text: link.text, count: link.count } : link;
    });
  const isShortened = listed.length < entries.length;
  const filters = filtersOf(part, index);
  const guide = guideOf(assembly, part, index);
  const years = index.yearsOf(part);
  const scripts = [
    ...(isShortened ? [registerYearsScriptAddress] : []),
    ...(filters.length === 0 ? [] : [registerScriptAddress]),
  ];
  const groups = groupByYear(
    listed.map((entry) => resolutions.get(entry)!),
    isShortened ? new Map(years.map(({ value, address: page }) => [value, assembly.href(page)])) : new Map(),
  );
  const about = {
    layout: layoutOf(assembly, {
      address,
      title,
      description: `${title}. ${extentOf(entries)}`,
      breadcrumbs,
      scripts,
    }),
    caption: 'Register of resolutions',
    title,
    coverage: coverageOf(entries),
    all: linksTo(index.ofKind('all'))[0]!,
    // Within the register of a body its own years, so that year and body go together.
    years: linksTo(years),
    bodies: linksTo(index.ofKind('body')),
    outcomes: linksTo(index.ofKind('outcome')),
    ...(guide === undefined ? {} : { guide }),
    filters,
    // Who chooses a body there is not to think that these were all of its resolutions.
    ...(isShortened
      ? { filtered: `Choose among the ${formatCount(listed.length)} resolutions on this page:` }
      : {}),
    ...(entries.length === 0 ? {} : { downloads: downloadsOf(assembly, part) }),
    follow: {
      feedHref: assembly.href(resolutionsFeedAddress),
      subscribeHref: assembly.href(subscribeAddress),
    },
  };
  return pageOf(address, 'resolutions', { ...about, groups }, () =>
    digestOfMade([
      about,
      groups.map((group) => ({ ...group, resolutions: group.resolutions.map(digestOf) })),
    ]),
  );
}

const digests = new WeakMap<ResolutionProps, string>();

/** Taken once: each resolution stands on a handful of pages. */
function digestOf(resolution: ResolutionProps): string {
  const known = digests.get(resolution) ?? digestOfMade(resolution);
  digests.set(resolution, known);
  return known;
}

/** What can be downloaded of what a page of the register shows. */
export type RegisterDownloadLinks = {
  readonly what: string;
  readonly tableHref: string;
  readonly jsonHref: string;
};

/** An outcome has no files of its own: a resolution can have several, and the table has a column for them. */
function downloadsOf(assembly: SiteAssembly, { kind, address, title }: RegisterPart): RegisterDownloadLinks {
  const isWhole = kind === 'all' || kind === 'outcome' || kind === 'outcome-year';
  const { table, json } = registerDownloads(isWhole ? resolutionsAddress : address);
  return {
    what: isWhole ? 'all resolutions' : `the ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    tableHref: assembly.href(table),
    jsonHref: assembly.href(json),
  };
}

/** Resolutions of one year; a register of a single year needs no heading for it. */
export type RegisterGroup = {
  readonly year?: string;
  readonly level: number;
  /** The page on which its entries stay when this one has newer years; absent where they stay here. */
  readonly lastingHref?: string;
  readonly resolutions: readonly ResolutionProps[];
};

function groupByYear(
  resolutions: readonly ResolutionProps[],
  lastingPages: ReadonlyMap<string, string>,
): RegisterGroup[] {
  const years = groupBy(resolutions, ({ filter }) => filter.year);
  return [...years].map(([year, own]) => {
    const lastingHref = lastingPages.get(year);
    return {
      ...(years.size === 1 ? { level: 2 } : { year, level: 3 }),
      ...(lastingHref === undefined ? {} : { lastingHref }),
      resolutions: own,
    };
  });
}
