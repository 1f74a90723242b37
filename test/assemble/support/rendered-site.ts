import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { assembleSite } from '../../../src/assemble/assemble-site.ts';
import type { Page, SitePlan } from '../../../src/model/page.ts';
import type { Publication, PublicAttachment } from '../../../src/model/publication.ts';
import type { Site } from '../../../src/model/site.ts';
import { exampleAttachments, examplePublication, exampleSite } from './example-publication.ts';

const templates = fileURLToPath(new URL('../../../templates', import.meta.url));
// Printing a value that is not there throws, so that a template and its props cannot drift apart.
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(templates), {
  autoescape: true,
  throwOnUndefined: true,
});

/** The HTML of a page by its template and props, and by nothing else. */
export function renderPage(page: Page): string {
  return environment.render(`pages/${page.template}.njk`, { props: page.props });
}

/** The example publication as a plan. */
export function assembleExample(
  publication: Publication = examplePublication,
  attachments: readonly PublicAttachment[] = exampleAttachments,
  site: Site = exampleSite,
): SitePlan {
  return assembleSite({ publication, attachments, site, assets: [] });
}

/** The page at an address. */
export function pageAt(plan: SitePlan, address: string): Page {
  const page = plan.pages.find((each) => each.address === address);
  if (page === undefined)
    throw new Error(`No page at ${address}; there are ${plan.pages.map((each) => each.address).join(' ')}`);
  return page;
}
