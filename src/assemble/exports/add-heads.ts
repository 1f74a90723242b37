import type { Page } from '../../model/page.ts';
import { bodyAddress, hrefOf, resolutionsAddress, topicAddress } from '../addresses.ts';
import type { Assembly } from '../assembly.ts';
import type { RegisterEntry } from '../register.ts';
import { feedAddress, siteFeedAddress } from './export-addresses.ts';
import { breadcrumbJsonLd } from './structured-data/breadcrumb-json-ld.ts';
import { jsonLdHtml } from './structured-data/json-ld.ts';
import { jsonLdOfPages } from './structured-data/json-ld-of-pages.ts';

/** What the head of a page tells programs: the feeds to offer, and what the page is about. */
export type HeadProps = {
  readonly feeds: readonly { readonly title: string; readonly href: string }[];
  /** Text of a JSON-LD block, with nothing in it that HTML reads. */
  readonly jsonLdHtml?: string;
};

/** Adds to each page, as the prop `head`, what its head tells programs. */
export function addHeads(
  assembly: Assembly,
  entries: readonly RegisterEntry[],
  pages: readonly Page[],
): Page[] {
  const { site } = assembly;
  const subjects = jsonLdOfPages(assembly, entries);
  const siteFeed = { title: `${site.name}: new papers`, href: hrefOf(site, siteFeedAddress) };
  const feeds = ownFeeds(assembly);
  return pages.map((page) => {
    const own = feeds.get(page.address);
    const subject = subjects.get(page.address);
    const things = [...(subject === undefined ? [] : [subject]), ...breadcrumbJsonLd(site, page)];
    const head: HeadProps = {
      feeds: own === undefined ? [siteFeed] : [own, siteFeed],
      ...(things.length === 0 ? {} : { jsonLdHtml: jsonLdHtml(things) }),
    };
    return { ...page, props: { ...page.props, head } };
  });
}

/** The feed that a page is the readable form of, by the page's address. */
function ownFeeds({ site, publication, topics }: Assembly): ReadonlyMap<string, HeadProps['feeds'][number]> {
  const feed = (page: string, title: string) =>
    [page, { title, href: hrefOf(site, feedAddress(page)) }] as const;
  return new Map([
    ...publication.bodies.map((body) => feed(bodyAddress(body.slug), `${body.title}: new papers`)),
    ...topics.all.map((topic) => feed(topicAddress(topic.slug), `${topic.name}: what is new`)),
    feed(resolutionsAddress, `${site.name}: resolutions`),
  ]);
}
