import { digestOfMade } from '../../model/made.ts';
import type { Page } from '../../model/page.ts';
import { bodyAddress, homeAddress, hrefOf, resolutionsAddress, topicAddress } from '../addresses.ts';
import type { Assembly, SiteAssembly } from '../assembly.ts';
import type { RegisterEntry } from '../register.ts';
import { dataAddress, feedAddress, siteFeedAddress } from './export-addresses.ts';
import { breadcrumbJsonLd } from './structured-data/breadcrumb-json-ld.ts';
import { jsonLdHtml, type JsonLd } from './structured-data/json-ld.ts';
import { registerJsonLd } from './structured-data/register-json-ld.ts';
import { websiteJsonLd } from './structured-data/website-json-ld.ts';

/** What the head of a page tells programs: the feeds to offer, and what the page is about. */
export type HeadProps = {
  readonly feeds: readonly { readonly title: string; readonly href: string }[];
  /** Text of a JSON-LD block, with nothing in it that HTML reads. */
  readonly jsonLdHtml?: string;
};

type FeedLink = HeadProps['feeds'][number];

/**
 * Adds to a page, as the prop `head`, what its head tells programs. `subject` is what the page is about, where it does
 * not only lead to others; `ownFeed` the feed that it is the readable form of.
 */
export function addHead(
  { site }: Pick<Assembly, 'site'>,
  page: Page,
  subject?: JsonLd,
  ownFeed?: FeedLink,
): Page {
  const siteFeed = { title: `${site.name}: new papers`, href: hrefOf(site, siteFeedAddress) };
  const feeds = ownFeed === undefined ? [siteFeed] : [ownFeed, siteFeed];
  const { address, file, template, madeFrom } = page;
  return {
    ...{ address, file, template },
    ...(madeFrom === undefined ? {} : { madeFrom: () => digestOfMade([madeFrom(), feeds, subject]) }),
    get props() {
      const { props } = page;
      const breadcrumbs = breadcrumbJsonLd(site, { address, props });
      const things = [...(subject === undefined ? [] : [subject]), ...breadcrumbs];
      const head: HeadProps = {
        feeds,
        ...(things.length === 0 ? {} : { jsonLdHtml: jsonLdHtml(things) }),
      };
      return { ...props, head };
    },
  };
}

/** The same for pages about the site as a whole. */
export function addHeads(
  assembly: SiteAssembly,
  entries: readonly RegisterEntry[],
  pages: readonly Page[],
): Page[] {
  const register = registerJsonLd(assembly, entries);
  const subjects = new Map([
    [homeAddress, websiteJsonLd(assembly.site)],
    [resolutionsAddress, register],
    [dataAddress, register],
  ]);
  const feeds = ownFeeds(assembly);
  return pages.map((page) => addHead(assembly, page, subjects.get(page.address), feeds.get(page.address)));
}

function ownFeeds({ site, publication, topics }: SiteAssembly): ReadonlyMap<string, FeedLink> {
  const feed = (page: string, title: string) =>
    [page, { title, href: hrefOf(site, feedAddress(page)) }] as const;
  return new Map([
    ...publication.bodies.map((body) => feed(bodyAddress(body.slug), `${body.title}: new papers`)),
    ...topics.all.map((topic) => feed(topicAddress(topic.slug), `${topic.name}: what is new`)),
    feed(resolutionsAddress, `${site.name}: resolutions`),
  ]);
}
