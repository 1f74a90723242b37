import { groupBy } from '../model/group-by.ts';
import { digestOfJson } from '../model/made.ts';
import type { Page } from '../model/page.ts';
import { registerScriptAddress, registerYearsScriptAddress, resolutionsAddress } from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { coverageOf, extentOf } from './coverage.ts';
import { resolutionsFeedAddress, subscribeAddress } from './exports/export-addresses.ts';
import { createExportsFinder, exportsOfMeetings, type MeetingExports } from './exports/meeting-exports.ts';
import { registerDownloads } from './exports/register-files.ts';
import { layoutOf } from './layout.ts';
import { pageMadeFrom } from './page-of.ts';
import { countOf, formatCount } from './phrase.ts';
import { yearOf, type RegisterEntry } from './register.ts';
import { filtersOf } from './register-filters.ts';
import type { RegisterLink } from './register-guide.ts';
import { guideOf } from './register-guide.ts';
import type { RegisterIndex } from './register-index.ts';
import { indexParts } from './register-index.ts';
import type { RegisterPart } from './register-parts.ts';
import { registerParts } from './register-parts.ts';
import { openResolutions, type RegisterResolutions } from './register-resolutions.ts';
import type { ResolutionProps } from './resolution-props.ts';

/**
 * The register: all resolutions, and those of each year, each body, each year of a body and each outcome, so that it can
 * be read without a script. A page of many years lists the newest and leads to the others. `ofMeetings` has what was made of each
 * meeting, in the order of the publication.
 */
export function resolutionsPages(
  assembly: SiteAssembly,
  entries: readonly RegisterEntry[],
  ofMeetings: readonly MeetingExports[] = exportsOfMeetings(assembly),
): Page[] {
  const parts = registerParts(assembly, entries);
  const findExports = createExportsFinder(assembly, ofMeetings);
  const register: Register = {
    index: indexParts(parts),
    links: new Map(parts.map((part) => [part, linkOf(assembly, part)])),
    resolutions: openResolutions(assembly, (meeting) => findExports(meeting).lines.register),
  };
  return parts.map((part) => resolutionsPage(assembly, part, register));
}

/** What the pages of the register share. */
interface Register {
  readonly index: RegisterIndex;
  readonly links: ReadonlyMap<RegisterPart, RegisterLink>;
  readonly resolutions: RegisterResolutions;
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
    listed,
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
  const groupsOf = <Shown>(show: (entries: readonly RegisterEntry[]) => Shown) =>
    groups.map((group) => ({ ...group, resolutions: show(group.resolutions) }));
  const read = (shown: readonly RegisterEntry[]): readonly ResolutionProps[] => shown.map(resolutions.read);
  return pageMadeFrom(
    address,
    'resolutions',
    () => digestOfJson([about, groupsOf(resolutions.digestsOf)]),
    () => ({ ...about, groups: groupsOf(read) satisfies readonly RegisterGroup[] }),
  );
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
export type RegisterGroup<Resolution = ResolutionProps> = {
  readonly year?: string;
  readonly level: number;
  /** The page on which its entries stay when this one has newer years; absent where they stay here. */
  readonly lastingHref?: string;
  readonly resolutions: readonly Resolution[];
};

function groupByYear(
  entries: readonly RegisterEntry[],
  lastingPages: ReadonlyMap<string, string>,
): RegisterGroup<RegisterEntry>[] {
  const years = groupBy(entries, yearOf);
  return [...years].map(([year, own]) => {
    const lastingHref = lastingPages.get(year);
    return {
      ...(years.size === 1 ? { level: 2 } : { year, level: 3 }),
      ...(lastingHref === undefined ? {} : { lastingHref }),
      resolutions: own,
    };
  });
}
