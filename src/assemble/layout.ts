import { absoluteUrlOf, homeAddress, resolutionsAddress, searchAddress, stylesheetAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';

/** A link as templates show it. Props are type aliases and not interfaces, so that they can be assigned to `Props`. */
export type Link = { readonly text: string; readonly href: string };

/** A step of the way from the home page; the last one, which is the page itself, has no link. */
export type Breadcrumb = { readonly text: string; readonly href?: string };

/** What the layout shows around each page. */
export type Layout = {
  readonly language: string;
  readonly documentTitle: string;
  readonly description: string;
  readonly canonicalUrl: string;
  readonly stylesheetHref: string;
  readonly siteName: string;
  readonly homeHref: string;
  readonly navigation: readonly Link[];
  /** Absent on the search page, which has its own form. */
  readonly headerSearch?: { readonly action: string };
  readonly breadcrumbs: readonly Breadcrumb[];
  readonly contact: { readonly email: string; readonly telephone?: string };
  readonly scripts: readonly string[];
};

/** What a page says of itself to the layout. */
export interface LayoutOptions {
  readonly address: string;
  /** As in the window's title; the site's name is added. */
  readonly title: string;
  readonly description?: string;
  /** The steps after "Home", the page itself last; empty for the home page. */
  readonly breadcrumbs?: readonly Breadcrumb[];
  readonly hasOwnSearch?: boolean;
  /** Addresses of scripts. */
  readonly scripts?: readonly string[];
}

/** The layout's part of a page's props. */
export function layoutOf(assembly: Assembly, options: LayoutOptions): Layout {
  const { site, href } = assembly;
  const breadcrumbs = options.breadcrumbs ?? [];
  return {
    language: site.language,
    documentTitle: options.title === site.name ? site.name : `${options.title} - ${site.name}`,
    description: options.description ?? site.description,
    canonicalUrl: absoluteUrlOf(site, options.address),
    stylesheetHref: href(stylesheetAddress),
    siteName: site.name,
    homeHref: href(homeAddress),
    navigation: [
      { text: 'Find a past resolution', href: href(resolutionsAddress) },
      { text: 'Search all papers', href: href(searchAddress) },
    ],
    ...(options.hasOwnSearch === true ? {} : { headerSearch: { action: href(searchAddress) } }),
    breadcrumbs: breadcrumbs.length === 0 ? [] : [{ text: 'Home', href: href(homeAddress) }, ...breadcrumbs],
    contact: site.contact,
    scripts: (options.scripts ?? []).map(href),
  };
}
