import type { Page } from '../model/page.ts';
import {
  bodyAddress,
  homeAddress,
  meetingAddress,
  notFoundAddress,
  resolutionsAddress,
  searchAddress,
} from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { layoutOf } from './layout.ts';
import { pageOf } from './page-of.ts';

/** What a reader meets at an address that holds nothing: search, bodies, and how papers are addressed. */
export function notFoundPage(assembly: SiteAssembly): Page {
  const title = 'There is no page at this address';
  const { bodies } = assembly.publication;
  const [body] = bodies;
  const meeting = body?.meetings[0];
  return pageOf(notFoundAddress, 'not-found', {
    layout: layoutOf(assembly, {
      address: notFoundAddress,
      title,
      breadcrumbs: [{ text: 'Page not found' }],
    }),
    title,
    homeHref: assembly.href(homeAddress),
    searchHref: assembly.href(searchAddress),
    resolutionsHref: assembly.href(resolutionsAddress),
    bodies: bodies.map((each) => ({ text: each.title, href: assembly.href(bodyAddress(each.slug)) })),
    ...(meeting === undefined ? {} : { exampleHref: assembly.href(meetingAddress(meeting)) }),
  });
}
