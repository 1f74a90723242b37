import type { FormerAddress } from '../model/former-address.ts';
import type { Page } from '../model/page.ts';
import { absoluteUrlOf, searchAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { layoutOf } from './layout.ts';
import { pageOf } from './page-of.ts';

/**
 * Small pages at addresses that were published once: one leads on to where its paper is now, without a script, and the
 * other says what it was. Neither is for search engines, so that neither is in the sitemap.
 * An entry that is wrong gets no page; what is wrong with it is said elsewhere.
 */
export function formerPages(
  assembly: Assembly,
  former: readonly FormerAddress[],
  pages: readonly Page[],
): Page[] {
  const addresses = new Set(pages.map(({ address }) => address));
  const usable = former.filter(
    (each, index) =>
      !addresses.has(each.from) &&
      former.findIndex(({ from }) => from === each.from) === index &&
      ('gone' in each || addresses.has(each.to.split('#')[0]!)),
  );
  return usable.map((each) => {
    const title = 'to' in each ? 'This page has moved' : 'This page is no longer here';
    const layout = layoutOf(assembly, { address: each.from, title, breadcrumbs: [{ text: title }] });
    if ('gone' in each) {
      const search = assembly.href(searchAddress);
      return pageOf(each.from, 'former', { layout, title, gone: each.gone, searchHref: search });
    }
    const url = absoluteUrlOf(assembly.site, each.to);
    return pageOf(each.from, 'former', {
      layout: { ...layout, canonicalUrl: url.split('#')[0]! },
      title,
      to: { href: assembly.href(each.to), url },
    });
  });
}
