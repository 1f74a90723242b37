import type { Site } from '../../../model/site.ts';
import { absoluteUrlOf, logoAddress, searchAddress } from '../../addresses.ts';
import type { JsonLd } from './json-ld.ts';

/** The site as a WebSite, with who publishes it, whom to ask, and how its search is asked. */
export function websiteJsonLd(site: Site): JsonLd {
  const { email, telephone } = site.contact;
  return {
    '@type': 'WebSite',
    '@id': `${site.url}#website`,
    name: site.name,
    url: site.url,
    description: site.description,
    inLanguage: site.language,
    publisher: {
      '@type': 'Organization',
      '@id': `${site.url}#organization`,
      name: site.name,
      url: site.url,
      ...(site.logo === undefined ? {} : { logo: absoluteUrlOf(site, logoAddress) }),
      contactPoint: {
        '@type': 'ContactPoint',
        contactType: 'papers and meetings',
        email,
        ...(telephone === undefined ? {} : { telephone }),
      },
    },
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${absoluteUrlOf(site, searchAddress)}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}
