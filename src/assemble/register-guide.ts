import { searchAddress } from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import type { Link } from './layout.ts';
import { formatCount, withArticle } from './phrase.ts';
import { yearOf } from './register.ts';
import type { RegisterIndex } from './register-index.ts';
import { longRegister } from './newest-years.ts';
import type { RegisterPart } from './register-parts.ts';

/** A link of the register to a part of itself, with how many it leads to; the page at hand has no link. */
export type RegisterLink = { readonly text: string; readonly count: string; readonly href?: string };

/** What a page of the register says over a long list: what is in it, and where the others or fewer of them are. */
export type RegisterGuide = {
  readonly lead: string;
  readonly links: readonly RegisterLink[];
  /** Where the page does not list all: how to find any of them by its words. */
  readonly search?: Link;
};

/** The guide of a page that does not list all of its part, or lists a long year of several bodies. */
export function guideOf(
  assembly: SiteAssembly,
  part: RegisterPart,
  index: RegisterIndex,
): RegisterGuide | undefined {
  if (part.listed.length < part.entries.length) return guideToOlder(assembly, part, index);
  if (part.kind !== 'year' || part.entries.length <= longRegister) return undefined;
  const ofBodies = index.bodiesIn(part.value);
  if (ofBodies.length < 2) return undefined;
  return {
    lead: `These are all ${formatCount(part.entries.length)} of ${part.value}. Those of one body:`,
    links: ofBodies.map(({ body, part: own }) => linkTo(assembly, body.name, own)),
  };
}

function guideToOlder(assembly: SiteAssembly, part: RegisterPart, index: RegisterIndex): RegisterGuide {
  const listed = new Set(part.listed.map(yearOf));
  const older = index.yearsOf(part).filter(({ value }) => !listed.has(value));
  return {
    lead: `These are the ${formatCount(part.listed.length)} of ${yearsInWords([...listed])}. Older ones:`,
    links: older.map((year) => linkTo(assembly, year.name, year)),
    search: searchFor(assembly, part),
  };
}

/** `2025`, `2024 and 2025`, `2019 to 2025`, of years with the newest first. */
function yearsInWords(years: readonly string[]): string {
  const [newest, oldest] = [years[0]!, years.at(-1)!];
  if (newest === oldest) return newest;
  return years.length === 2 ? `${oldest} and ${newest}` : `${oldest} to ${newest}`;
}

function linkTo(assembly: SiteAssembly, text: string, part: RegisterPart): RegisterLink {
  return { text, count: formatCount(part.entries.length), href: assembly.href(part.address) };
}

/** The search, which has the words of its filters in its address: a body by its title. */
function searchFor(assembly: SiteAssembly, { kind, name, value }: RegisterPart): Link {
  const chosen = kind === 'body' ? { body: name } : kind === 'outcome' ? { outcome: value } : {};
  const ofWhat =
    kind === 'body' ? ` of ${withArticle(name)}` : kind === 'outcome' ? ` with the outcome ${value}` : '';
  const fields = new URLSearchParams({ ...chosen, kind: 'resolution' });
  return {
    text: `search all resolutions${ofWhat}`,
    href: `${assembly.href(searchAddress)}?${fields.toString()}`,
  };
}
