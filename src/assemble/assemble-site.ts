import type { FormerAddress } from '../model/former-address.ts';
import type { Glossary } from '../model/glossary.ts';
import type { OutputFile, Page, SitePlan } from '../model/page.ts';
import type { Publication, PublicAttachment, PublicBody, PublicMeeting } from '../model/publication.ts';
import type { Site } from '../model/site.ts';
import { accessibilityPage } from './accessibility-page.ts';
import { attachmentAddress, outputFileOf } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { createAssembly } from './assembly.ts';
import { addExports } from './exports/add-exports.ts';
import { bodyPage } from './body-page.ts';
import { formerPages } from './former-pages.ts';
import { homePage } from './home-page.ts';
import { meetingPage } from './meeting-page.ts';
import { minutesPage } from './minutes-page.ts';
import { notFoundPage } from './not-found-page.ts';
import { hasPack } from './pack-papers.ts';
import { packPage } from './pack-page.ts';
import { listResolutions } from './register.ts';
import { reportPage } from './report-page.ts';
import { resolutionsPages } from './resolutions-pages.ts';
import { searchAids } from './search-aids.ts';
import { searchPage } from './search-page.ts';
import { searchRecords } from './search-records.ts';
import { topicPages } from './topics/topic-pages.ts';
import { themedAssets } from './theme.ts';

/** What a site is assembled from. */
export interface AssembleOptions {
  readonly publication: Publication;
  readonly attachments: readonly PublicAttachment[];
  readonly site: Site;
  /** The files of the templates: style sheet, scripts. */
  readonly assets: readonly OutputFile[];
  /** By it the search finds an abbreviation by what it stands for, and the other way round. */
  readonly glossary?: Glossary;
  /** Addresses that were published once and are kept. */
  readonly former?: readonly FormerAddress[];
}

/**
 * Comes after withhold and before render. In: the publication. Out: every page, file and search record of the
 * site as a value. It reads no disk, no clock and no locale, so the same publication gives the same plan.
 */
export function assembleSite({
  publication,
  attachments,
  site,
  assets,
  glossary = new Map(),
  former = [],
}: AssembleOptions): SitePlan {
  const assembly = createAssembly(publication, attachments, site);
  const resolutions = listResolutions(publication);
  const records = searchRecords(assembly, resolutions);
  const { pages, files } = addExports(assembly, resolutions, [
    homePage(assembly, resolutions),
    ...publication.bodies.flatMap((body) => [
      bodyPage(assembly, body),
      ...body.meetings.flatMap((meeting) => pagesOfMeeting(assembly, body, meeting)),
    ]),
    ...resolutionsPages(assembly, resolutions),
    ...topicPages(assembly),
    searchPage(assembly),
    accessibilityPage(assembly),
    notFoundPage(assembly),
  ]);
  return {
    // After the exports: what has moved is in no sitemap.
    pages: [...pages, ...formerPages(assembly, former, pages)],
    files: [
      ...themedAssets(site, assets),
      ...searchAids(records, glossary),
      ...attachments.map(attachmentFile),
      ...files,
    ],
    searchRecords: records,
  };
}

function pagesOfMeeting(assembly: Assembly, body: PublicBody, meeting: PublicMeeting): Page[] {
  return [
    meetingPage(assembly, body, meeting),
    ...meeting.reports.map((report) => reportPage(assembly, body, meeting, report)),
    ...(meeting.minutes === undefined ? [] : [minutesPage(assembly, body, meeting, meeting.minutes)]),
    ...(hasPack(meeting) ? [packPage(assembly, body, meeting)] : []),
  ];
}

function attachmentFile(attachment: PublicAttachment): OutputFile {
  const meeting = { body: attachment.body, slug: attachment.meeting };
  return { file: outputFileOf(attachmentAddress(meeting, attachment.name)), bytes: attachment.bytes };
}
