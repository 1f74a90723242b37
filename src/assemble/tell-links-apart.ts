import type { Props, PropValue } from '../model/page.ts';

interface NamedLink {
  readonly title: string;
  readonly href: string;
  readonly apart: string;
}

/**
 * Gives links to papers that have one title on a page and lead to different places what tells them apart (`spoken`), for a
 * reader who hears the links of a page as a list. What holds no such link comes back as it is, also within a page that has
 * some: a register shows hundreds of resolutions, which its other pages show too.
 */
export function tellLinksApart(props: Props): Props {
  const byTitle = new Map<string, Map<string, string>>();
  visit(props, ({ title, href, apart }) => {
    const places = byTitle.get(title) ?? new Map<string, string>();
    byTitle.set(title, places.set(href, apart));
  });
  const shared = new Map([...byTitle].filter(([, places]) => places.size > 1));
  if (shared.size === 0) return props;
  const numbers = new Map([...shared].map(([title, places]) => [title, numberAlike(places)]));
  const say = ({ title, href, apart }: NamedLink): string | undefined => {
    const alike = numbers.get(title)?.get(apart);
    if (alike === undefined) return undefined;
    return alike.size < 2 ? apart : `${apart}, ${alike.get(href)} of ${alike.size}`;
  };
  return withSpoken(props, say) as Props;
}

/** The places of one title by what tells them apart, each with its number among those that it does not. */
function numberAlike(places: ReadonlyMap<string, string>): Map<string, Map<string, number>> {
  const byApart = new Map<string, Map<string, number>>();
  for (const [href, apart] of places) {
    const alike = byApart.get(apart) ?? new Map<string, number>();
    byApart.set(apart, alike.set(href, alike.size + 1));
  }
  return byApart;
}

function visit(value: PropValue | undefined, found: (link: NamedLink) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isLink(value)) found(value);
  for (const each of Object.values(value)) visit(each, found);
}

/** The value itself where nothing in it changes. */
function withSpoken(
  value: PropValue | undefined,
  say: (link: NamedLink) => string | undefined,
): PropValue | undefined {
  if (typeof value !== 'object' || value === null) return value;
  const changed = Object.entries(value).flatMap(([name, each]: [string, PropValue | undefined]) => {
    const told = withSpoken(each, say);
    return told === each ? [] : [[name, told] as const];
  });
  const spoken = isLink(value) ? say(value) : undefined;
  if (changed.length === 0 && spoken === undefined) return value;
  const changes = Object.fromEntries(changed);
  if (Array.isArray(value)) return Object.assign([...(value as PropValue[])], changes);
  return { ...value, ...changes, ...(spoken === undefined ? {} : { spoken }) };
}

function isLink(value: object): value is NamedLink {
  return 'apart' in value && 'title' in value && 'href' in value;
}
