import type { Page } from '../model/page.ts';
import { bodyAddress, homeAddress, resolutionsAddress, searchAddress } from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { subscribeAddress } from './exports/export-addresses.ts';
import { latestPapers } from './latest-papers.ts';
import { layoutOf } from './layout.ts';
import { meetingLine } from './meeting-line.ts';
import { pageOf } from './page-of.ts';
import { createPageText } from './page-text.ts';
import { countOf } from './phrase.ts';
import type { RegisterEntry } from './register.ts';
import { resolutionProps } from './resolution-props.ts';

const papersShown = 8;
const resolutionsShown = 5;

/** The home page: search, next meetings, latest papers, recent resolutions, bodies. */
export function homePage(assembly: SiteAssembly, entries: readonly RegisterEntry[]): Page {
  const { publication, site } = assembly;
  const pageText = createPageText(assembly);
  return pageOf(homeAddress, 'home', {
    layout: layoutOf(assembly, {
      address: homeAddress,
      title: site.name,
      description: site.description,
      hasOwnSearch: true,
    }),
    title: site.name,
    description: site.description,
    searchAction: assembly.href(searchAddress),
    resolutionsHref: assembly.href(resolutionsAddress),
    subscribeHref: assembly.href(subscribeAddress),
    nextMeetings: nextMeetings(assembly),
    latestPapers: latestPapers(assembly, papersShown),
    resolutions: entries
      .slice(0, resolutionsShown)
      .map((entry) => resolutionProps(assembly, entry, pageText)),
    bodies: publication.bodies.map((body) => ({
      text: body.title,
      href: assembly.href(bodyAddress(body.slug)),
      meetings: countOf(body.meetings.length, 'meeting', 'meetings'),
    })),
  });
}

/** Meetings from the build's date on, the soonest first. */
function nextMeetings(assembly: SiteAssembly) {
  const coming = assembly.publication.bodies.flatMap((body) =>
    body.meetings
      .filter((meeting) => meeting.date >= assembly.publication.date)
      // The sort is stable: those of one day stay in their order, the earlier first.
      .toReversed()
      .map((meeting) => meetingLine(assembly, body, meeting)),
  );
  return coming.sort((first, second) => (first.date < second.date ? -1 : first.date > second.date ? 1 : 0));
}
