import type { Page } from '../model/page.ts';
import type { PublicBody } from '../model/publication.ts';
import { bodyAddress, resolutionsAddress, searchAddress, searchScriptAddress } from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { layoutOf } from './layout.ts';
import { pageOf } from './page-of.ts';

/** The search page: a form and empty places, which the script fills. */
export function searchPage(assembly: SiteAssembly): Page {
  const title = 'Search all papers';
  return pageOf(searchAddress, 'search', {
    layout: layoutOf(assembly, {
      address: searchAddress,
      title,
      description:
        'Find words in every agenda, report, set of minutes and resolution published here, by body, kind, year and outcome.',
      breadcrumbs: [{ text: title }],
      hasOwnSearch: true,
      scripts: [searchScriptAddress],
    }),
    title,
    action: assembly.href(searchAddress),
    minutesCalled: minutesCalled(assembly.publication.bodies),
    resolutionsHref: assembly.href(resolutionsAddress),
    bodies: assembly.publication.bodies.map((body) => ({
      text: body.title,
      href: assembly.href(bodyAddress(body.slug)),
    })),
  });
}

/** What minutes are called where those of several bodies are meant. */
function minutesCalled(bodies: readonly PublicBody[]): string {
  const words = new Set(bodies.map((body) => body.minutesCalled));
  return words.size === 0 ? 'minutes' : [...words].sort().join(' and ');
}
