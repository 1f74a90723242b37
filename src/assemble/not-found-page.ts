import type { Page } from '../model/page.ts';
import {
  bodyAddress,
  meetingAddress,
  notFoundAddress,
  notFoundScriptAddress,
  resolutionsAddress,
  searchAddress,
} from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { layoutOf } from './layout.ts';
import { pageOf } from './page-of.ts';

/** What a reader meets at an address that holds nothing: what may have happened, what is near, search, bodies, whom to ask. */
export function notFoundPage(assembly: SiteAssembly): Page {
  const title = 'There is no page at this address';
  const { bodies } = assembly.publication;
  const [body] = bodies;
  const meeting = body?.meetings[0];
  return pageOf(notFoundAddress, 'not-found', {
    layout: layoutOf(assembly, {
      address: notFoundAddress,
      title,
      description:
        'This address holds no page. Search all papers, look in the register of resolutions, or go by the body that met.',
      breadcrumbs: [{ text: 'Page not found' }],
      hasOwnSearch: true,
      scripts: [notFoundScriptAddress],
    }),
    title,
    searchHref: assembly.href(searchAddress),
    resolutionsHref: assembly.href(resolutionsAddress),
    bodies: bodies.map((each) => ({ text: each.title, href: assembly.href(bodyAddress(each.slug)) })),
    ...(meeting === undefined ? {} : { exampleHref: assembly.href(meetingAddress(meeting)) }),
  });
}
