import { pageAtFormer, type FormerAddress } from '../model/former-address.ts';
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
  pages: readonly { readonly address: string }[],
): Page[] {
  const addresses = new Set(pages.map(({ address }) => address));
  const usable = former.filter(
    (each, index) =>
      !addresses.has(each.from) &&
      former.findIndex(({ from }) => from === each.from) === index &&
      // That a file is there is checked where the files are known.
      ('gone' in each || isFile(each.to) || addresses.has(each.to.split('#')[0]!)),
  );
  return usable.map((each) => {
    const thing = isFile(each.from) ? 'file' : 'page';
    const title = 'to' in each ? `This ${thing} has moved` : `This ${thing} is no longer here`;
    const address = pageAtFormer(each.from);
    const layout = layoutOf(assembly, {
      address,
      // A window has a title of its own, or a reader with several could not tell them apart.
      title: `${title}: ${each.from}`,
      description:
        'to' in each
          ? `What was at ${each.from} is now at ${absoluteUrlOf(assembly.site, each.to)}`
          : `What was at ${each.from}: ${each.gone}`,
      breadcrumbs: [{ text: title }],
    });
    if ('gone' in each) {
      const search = assembly.href(searchAddress);
      return pageOf(address, 'former', { layout, title, gone: each.gone, searchHref: search });
    }
    const url = absoluteUrlOf(assembly.site, each.to);
    return pageOf(address, 'former', {
      layout: { ...layout, canonicalUrl: url.split('#')[0]! },
      title,
      to: { href: assembly.href(each.to), url },
    });
  });
}

function isFile(address: string): boolean {
  return !address.includes('#') && !address.endsWith('/');
}
