import type { FormerAddress } from '../model/former-address.ts';
import type { Glossary } from '../model/glossary.ts';
import type { OutputFile, Page, SearchRecord, SitePlan } from '../model/page.ts';
import type { Publication, PublicAttachment } from '../model/publication.ts';
import type { Site } from '../model/site.ts';
import { accessibilityPage } from './accessibility-page.ts';
import { attachmentAddress, outputFileOf } from './addresses.ts';
import type { SiteAssembly } from './assembly.ts';
import { createAssembly } from './assembly.ts';
import { addExports } from './exports/add-exports.ts';
import { bodyPage } from './body-page.ts';
import { formerPages } from './former-pages.ts';
import { homePage } from './home-page.ts';
import { planMeetingPages, recordsOfMeeting, type MeetingRecords } from './meeting-part.ts';
import { notFoundPage } from './not-found-page.ts';
import { listResolutions } from './register.ts';
import { resolutionsPages } from './resolutions-pages.ts';
import { searchAids } from './search-aids.ts';
import { searchPage } from './search-page.ts';
import { topicPages } from './topics/topic-pages.ts';
import { themedAssets } from './theme.ts';

/** What a site is assembled from. */
export interface AssembleOptions {
  readonly publication: Publication;
  readonly attachments: readonly PublicAttachment[];
  readonly site: Site;
  /** Style sheet, scripts, and what else stands beside the pages. */
  readonly assets: readonly OutputFile[];
  /** By it the search finds an abbreviation by what it stands for, and the other way round. */
  readonly glossary?: Glossary;
  /** Addresses that were published once and are kept. */
  readonly former?: readonly FormerAddress[];
}

/** What is about the site as a whole, and not about one meeting. */
export interface WholeParts {
  readonly pages: readonly Page[];
  readonly files: readonly OutputFile[];
}

/**
 * Comes after withhold and before render. In: the publication. Out: every page, file and search record of the
 * site as a value. It reads no disk, no clock and no locale, so the same publication gives the same plan.
 */
export function assembleSite(options: AssembleOptions): SitePlan {
  const assembly = createAssembly(options.publication, options.attachments, options.site);
  const meetings = options.publication.bodies.flatMap((body) =>
    body.meetings.map((meeting) => ({ body, meeting })),
  );
  const pages = meetings.flatMap(({ body, meeting }) =>
    planMeetingPages(body, meeting).map(({ make }) => make(assembly)),
  );
  const searchRecords = inIndexOrder(
    meetings.map(({ body, meeting }) => recordsOfMeeting(assembly, body, meeting)),
  );
  const whole = assembleWhole(assembly, options, pages, searchRecords);
  return { pages: [...pages, ...whole.pages], files: whole.files, searchRecords };
}

/**
 * Assembles what is about the site as a whole: lists, registers, topics, feeds, exports. `ofMeetings` are the pages of
 * the meetings, of which only the addresses are looked at.
 */
export function assembleWhole(
  assembly: SiteAssembly,
  { publication, attachments, site, assets, glossary = new Map(), former = [] }: AssembleOptions,
  ofMeetings: readonly { readonly address: string }[],
  records: readonly SearchRecord[],
): WholeParts {
  const resolutions = listResolutions(publication);
  const { pages, files } = addExports(
    assembly,
    resolutions,
    [
      homePage(assembly, resolutions),
      ...publication.bodies.map((body) => bodyPage(assembly, body)),
      ...resolutionsPages(assembly, resolutions),
      ...topicPages(assembly),
      searchPage(assembly),
      accessibilityPage(assembly),
      notFoundPage(assembly),
    ],
    ofMeetings,
  );
  return {
    // After the exports: what has moved is in no sitemap.
    pages: [...pages, ...formerPages(assembly, former, [...ofMeetings, ...pages])],
    files: [
      ...themedAssets(site, assets),
      ...searchAids(records, glossary),
      ...attachments.map(attachmentFile),
      ...files,
    ],
  };
}

/** The order of the search index: papers body by body and meeting by meeting, then resolutions. */
export function inIndexOrder(meetings: readonly MeetingRecords[]): SearchRecord[] {
  return [...meetings.flatMap(({ papers }) => papers), ...meetings.flatMap(({ resolutions }) => resolutions)];
}

function attachmentFile(attachment: PublicAttachment): OutputFile {
  const meeting = { body: attachment.body, slug: attachment.meeting };
  return { file: outputFileOf(attachmentAddress(meeting, attachment.name)), bytes: attachment.bytes };
}
