import type { Page } from '../../model/page.ts';
import { absoluteUrlOf, topicsAddress } from '../addresses.ts';
import type { SiteAssembly } from '../assembly.ts';
import { layoutOf } from '../layout.ts';
import { pageOf } from '../page-of.ts';
import {
  bodyCalendarAddress,
  bodyFeedAddress,
  resolutionsFeedAddress,
  siteCalendarAddress,
  siteFeedAddress,
  subscribeAddress,
} from './export-addresses.ts';

/** Something to subscribe to. */
export type Subscription = {
  readonly name: string;
  /** The whole address, to copy. */
  readonly url: string;
  readonly href: string;
};

/** A calendar, and the address that a calendar program opens by itself. */
export type CalendarSubscription = Subscription & { readonly openHref: string };

/** How to follow the site, in plain words: calendars and feeds, for everything and for each body. */
export function subscribePage(assembly: SiteAssembly): Page {
  const { bodies } = assembly.publication;
  const title = 'Subscribe';
  const calendar = (name: string, address: string): CalendarSubscription => {
    const shown = subscription(assembly, name, address);
    return { ...shown, openHref: shown.url.replace(/^https?:/, 'webcal:') };
  };
  return pageOf(subscribeAddress, 'subscribe', {
    layout: layoutOf(assembly, {
      address: subscribeAddress,
      title,
      description: 'How to have meetings in your own calendar, and to be told of new papers and resolutions.',
      breadcrumbs: [{ text: title }],
    }),
    title,
    calendars: [
      ...(bodies.length === 1 ? [] : [calendar('Meetings of all bodies', siteCalendarAddress)]),
      ...bodies.map((body) => calendar(`Meetings: ${body.title}`, bodyCalendarAddress(body.slug))),
    ],
    feeds: [
      ...(bodies.length === 1 ? [] : [subscription(assembly, 'New papers of all bodies', siteFeedAddress)]),
      ...bodies.map((body) =>
        subscription(assembly, `New papers: ${body.title}`, bodyFeedAddress(body.slug)),
      ),
      subscription(assembly, 'New resolutions', resolutionsFeedAddress),
    ],
    ...(assembly.topics.all.length === 0 ? {} : { topicsHref: assembly.href(topicsAddress) }),
  });
}

function subscription(assembly: SiteAssembly, name: string, address: string): Subscription {
  return { name, url: absoluteUrlOf(assembly.site, address), href: assembly.href(address) };
}
