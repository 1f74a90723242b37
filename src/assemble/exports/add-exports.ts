import { compareText } from '../../model/problem.ts';
import type { OutputFile, Page } from '../../model/page.ts';
import type { SiteAssembly } from '../assembly.ts';
import type { RegisterEntry } from '../register.ts';
import { addHeads } from './add-heads.ts';
import { calendarFiles } from './calendar/calendar-files.ts';
import { feedFiles } from './feeds/feed-files.ts';
import { createOpenData } from './open-data/create-open-data.ts';
import { dataPage } from './open-data/data-page.ts';
import { exportsOfMeetings, type MeetingExports } from './meeting-exports.ts';
import { registerFiles } from './register-files.ts';
import { sitemapFiles } from './sitemap-files.ts';
import { subscribePage } from './subscribe-page.ts';

/** The pages about a site as a whole with what programs read in them, and the files to follow and to use the site. */
export interface SiteWithExports {
  readonly pages: readonly Page[];
  readonly files: readonly OutputFile[];
}

/**
 * Adds to the pages about a site as a whole all that lets a reader follow and reuse it. In: the publication, those
 * pages, the addresses of the others, and the exports of each meeting in the order of the publication. Out: the pages with the documentation of the open data and of subscribing,
 * and every feed, calendar, data file and sitemap as a value. Made from the publication alone, so that nothing
 * restricted can be in it, and the audit reads it back.
 */
export function addExports(
  assembly: SiteAssembly,
  entries: readonly RegisterEntry[],
  pages: readonly Page[],
  ofMeetings: readonly { readonly address: string }[] = [],
  meetings: readonly MeetingExports[] = exportsOfMeetings(assembly),
): SiteWithExports {
  const openData = createOpenData(assembly, meetings);
  const allPages = [...pages, dataPage(assembly, openData.sets), subscribePage(assembly)];
  const listed = [...ofMeetings, ...allPages].sort((first, second) =>
    compareText(first.address, second.address),
  );
  return {
    pages: addHeads(assembly, entries, allPages),
    files: [
      ...feedFiles(assembly, meetings),
      ...calendarFiles(assembly, meetings),
      ...openData.files,
      ...registerFiles(assembly, meetings),
      ...sitemapFiles(assembly, listed),
    ],
  };
}
