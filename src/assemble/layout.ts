import {
  absoluteUrlOf,
  accessibilityAddress,
  homeAddress,
  iconAddress,
  logoAddress,
  notFoundAddress,
  resolutionsAddress,
  searchAddress,
  stylesheetAddress,
  topicsAddress,
} from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { dataAddress, subscribeAddress } from './exports/export-addresses.ts';
import { telephoneLink } from './contact-props.ts';
import { mailAbout } from './mail-about.ts';

/** A link as templates show it. Props are type aliases and not interfaces, so that they can be assigned to `Props`. */
export type Link = { readonly text: string; readonly href: string };

/** A step of the way from the home page; the last one, which is the page itself, has no link. */
export type Breadcrumb = { readonly text: string; readonly href?: string };

/** What the layout shows around each page. */
export type Layout = {
  readonly language: string;
  readonly documentTitle: string;
  readonly description: string;
  /** The language as previews of a link name it: `en_GB`. */
  readonly previewLocale: string;
  readonly canonicalUrl: string;
  readonly stylesheetHref: string;
  readonly iconHref: string;
  /** Its size in CSS pixels, so that nothing moves when it has come. */
  readonly logo?: {
    readonly href: string;
    readonly url: string;
    readonly width: number;
    readonly height: number;
  };
  readonly siteName: string;
  readonly homeHref: string;
  readonly navigation: readonly Link[];
  /** Absent on the search page, which has its own form. */
  readonly headerSearch?: { readonly action: string };
  readonly breadcrumbs: readonly Breadcrumb[];
  readonly contact: {
    readonly email: string;
    /** Begins a letter that names this page. */
    readonly mailHref: string;
    readonly telephone?: Link;
  };
  readonly scripts: readonly string[];
};

/** What a page says of itself to the layout. */
export interface LayoutOptions {
  readonly address: string;
  /** As in the window's title; the site's name is added. */
  readonly title: string;
  /** What is on this page and on no other, in a sentence: search engines and previews show it. */
  readonly description: string;
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
    documentTitle: documentTitleOf(options.title, site.name),
    description: options.description,
    previewLocale: site.language.replace('-', '_'),
    canonicalUrl: absoluteUrlOf(site, options.address),
    stylesheetHref: href(stylesheetAddress),
    iconHref: href(iconAddress),
    ...(site.logo === undefined
      ? {}
      : {
          logo: {
            href: href(logoAddress),
            url: absoluteUrlOf(site, logoAddress),
            width: site.logo.width,
            height: site.logo.height,
          },
        }),
    siteName: site.name,
    homeHref: href(homeAddress),
    navigation: [
      { text: 'Find a past resolution', href: href(resolutionsAddress) },
      { text: 'Search all papers', href: href(searchAddress) },
      { text: 'Topics that keep coming back', href: href(topicsAddress) },
      { text: 'Subscribe', href: href(subscribeAddress) },
      { text: 'Open data', href: href(dataAddress) },
      { text: 'Accessibility', href: href(accessibilityAddress) },
    ],
    ...(options.hasOwnSearch === true ? {} : { headerSearch: { action: href(searchAddress) } }),
    breadcrumbs: breadcrumbs.length === 0 ? [] : [{ text: 'Home', href: href(homeAddress) }, ...breadcrumbs],
    contact: contactOf(assembly, options),
    scripts: (options.scripts ?? []).map(href),
  };
}

/** Window titles are cut at about this length; the site's name is what a reader can best do without. */
const roomInTitle = 70;

function documentTitleOf(title: string, siteName: string): string {
  const whole = `${title} - ${siteName}`;
  return title === siteName || whole.length > roomInTitle ? title : whole;
}

function contactOf({ site }: Assembly, { address, title }: LayoutOptions): Layout['contact'] {
  const { email, telephone } = site.contact;
  // At an address that holds nothing the reader has to say which it was.
  const page = address === notFoundAddress ? `${site.url}…` : absoluteUrlOf(site, address);
  return {
    email,
    mailHref: mailAbout(email, title, page),
    ...(telephone === undefined ? {} : { telephone: telephoneLink(telephone) }),
  };
}
