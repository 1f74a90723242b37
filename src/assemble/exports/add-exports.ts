import type { OutputFile, Page } from '../../model/page.ts';
import type { Assembly } from '../assembly.ts';
import type { RegisterEntry } from '../register.ts';
import { addHeads } from './add-heads.ts';
import { calendarFiles } from './calendar/calendar-files.ts';
import { feedFiles } from './feeds/feed-files.ts';
import { createOpenData } from './open-data/create-open-data.ts';
import { dataPage } from './open-data/data-page.ts';
import { sitemapFiles } from './sitemap-files.ts';
import { subscribePage } from './subscribe-page.ts';

/** The pages of a site with what programs read in them, and the files to follow and to use them. */
export interface SiteWithExports {
  readonly pages: readonly Page[];
  readonly files: readonly OutputFile[];
}

/**
 * Adds to the pages of a site all that lets a reader follow and reuse it. In: the publication and the pages. Out: the
 * pages with the documentation of the open data and of subscribing, and every feed, calendar, data file and sitemap as
 * a value. Made from the publication alone, so that nothing restricted can be in it, and the audit reads it back.
 */
export function addExports(
  assembly: Assembly,
  entries: readonly RegisterEntry[],
  pages: readonly Page[],
): SiteWithExports {
  const openData = createOpenData(assembly, entries);
  const allPages = [...pages, dataPage(assembly, openData.sets), subscribePage(assembly)];
  return {
    pages: addHeads(assembly, entries, allPages),
    files: [
      ...feedFiles(assembly, entries),
      ...calendarFiles(assembly),
      ...openData.files,
      ...sitemapFiles(assembly, allPages),
    ],
  };
}
