import type { Props, PropValue } from '../model/page.ts';

interface NamedLink {
  readonly title: string;
  readonly href: string;
  readonly apart: string;
}

/**
 * Gives links to papers that have one title on a page and lead to different places what tells them apart (`spoken`), for a
 * reader who hears the links of a page as a list. Where a page has no such links its props come back as they are.
 */
export function tellLinksApart(props: Props): Props {
  const byTitle = new Map<string, Map<string, string>>();
  visit(props, ({ title, href, apart }) => {
    const places = byTitle.get(title) ?? new Map<string, string>();
    byTitle.set(title, places.set(href, apart));
  });
  if ([...byTitle.values()].every((places) => places.size < 2)) return props;
  const say = ({ title, href, apart }: NamedLink): string | undefined => {
    const places = byTitle.get(title)!;
    if (places.size < 2) return undefined;
    const alike = [...places].filter(([, other]) => other === apart).map(([place]) => place);
    return alike.length < 2 ? apart : `${apart}, ${alike.indexOf(href) + 1} of ${alike.length}`;
  };
  return Object.fromEntries(Object.entries(props).map(([name, value]) => [name, withSpoken(value, say)]));
}

function visit(value: PropValue | undefined, found: (link: NamedLink) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isLink(value)) found(value);
  for (const each of Object.values(value)) visit(each, found);
}

function withSpoken(
  value: PropValue | undefined,
  say: (link: NamedLink) => string | undefined,
): PropValue | undefined {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: PropValue) => withSpoken(each, say) ?? null);
  const copy = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withSpoken(each, say)]));
  const spoken = isLink(value) ? say(value) : undefined;
  return spoken === undefined ? copy : { ...copy, spoken };
}

function isLink(value: object): value is NamedLink {
  return 'apart' in value && 'title' in value && 'href' in value;
}
