import type { FormerAddress } from '../model/former-address.ts';
import type { Glossary } from '../model/glossary.ts';
import { groupBy } from '../model/group-by.ts';
import { linesOf, madeOf, type Made } from '../model/made.ts';
import type { OutputFile, Page, SearchRecord, SitePlan } from '../model/page.ts';
import { countProgress, type TellProgress } from '../model/progress.ts';
import type { Publication, PublicAttachment, PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import type { Site } from '../model/site.ts';
import { accessibilityPage } from './accessibility-page.ts';
import { attachmentAddress, outputFileOf } from './addresses.ts';
import type { Assembly, SiteAssembly } from './assembly.ts';
import { createAssembly } from './assembly.ts';
import { addExports } from './exports/add-exports.ts';
import {
  exportsOfMeeting,
  openExports,
  type MadeExports,
  type MeetingExports,
} from './exports/meeting-exports.ts';
import { bodyPage } from './body-page.ts';
import { formerPages } from './former-pages.ts';
import { homePage } from './home-page.ts';
import { pagesOfMeeting, recordsOfMeeting, type MeetingRecords } from './meeting-part.ts';
import { notFoundPage } from './not-found-page.ts';
import { listResolutions } from './register.ts';
import { resolutionsPages } from './resolutions-pages.ts';
import { joinWords, searchAids, wordsOfRecords, type RecordWords } from './search-aids.ts';
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
  /** Where an earlier build may have made some of it. */
  readonly maker?: MeetingMaker;
  readonly tell?: TellProgress | undefined;
}

/** All that is made of one meeting, to be joined with what is made of the others. */
export interface MeetingParts {
  readonly pages: readonly Page[];
  readonly records: MeetingRecords;
  readonly words: Made<RecordWords>;
  readonly exports: MeetingExports;
}

/** The same as values. */
export interface MadeParts extends Pick<MeetingParts, 'pages' | 'records'> {
  readonly words: RecordWords;
  readonly exports: MadeExports;
}

/** Makes a meeting's parts, or takes over what an earlier build has made of the same. */
export interface MeetingMaker {
  readonly partsOf: (assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting) => MeetingParts;
  /** Gives the words of a body's meetings, or takes over those that an earlier build has joined of the same. */
  readonly keepWords: (words: Made<RecordWords>) => Made<RecordWords>;
  /** The digest of the file that an earlier build has made of this very page. */
  readonly findMade: (page: Page) => string | undefined;
}

/**
 * Comes after withhold and before render. In: the publication. Out: every page, file and search record of the
 * site as a value. It reads no disk, no clock and no locale, so the same publication gives the same plan.
 */
export function assembleSite(options: AssembleOptions): SitePlan {
  const { assembly, meetings, pages: ofMeetings } = assembleMeetings(options);
  const whole = assembleWhole(assembly, options, ofMeetings, meetings);
  const pages = [...ofMeetings, ...whole.pages];
  return {
    pages,
    files: whole.files,
    searchRecords: recordsOf(meetings),
    carried: findCarried(pages, options.maker, options.tell),
  };
}

/** The meetings of a site, each with all that is made of it, and without what is about the site as a whole. */
export interface AssembledMeetings {
  readonly assembly: SiteAssembly;
  readonly meetings: readonly MeetingParts[];
  /** Of all meetings. */
  readonly pages: readonly Page[];
}

/** The first half of `assembleSite`, which a part of a site has too. */
export function assembleMeetings(options: AssembleOptions): AssembledMeetings {
  const { publication, attachments, site, glossary = new Map() } = options;
  const assembly = createAssembly(publication, attachments, site);
  const { partsOf } = options.maker ?? makeAnew(glossary);
  const countMeeting = countProgress(
    options.tell,
    'preparing',
    publication.bodies.reduce((sum, body) => sum + body.meetings.length, 0),
  );
  const meetings = publication.bodies.flatMap((body) =>
    body.meetings.map((meeting) => {
      const parts = partsOf(assembly, body, meeting);
      countMeeting();
      return parts;
    }),
  );
  return { assembly, meetings, pages: meetings.flatMap(({ pages }) => pages) };
}

/** The digests of the files of pages that an earlier build has made of the same, by their file. */
export function findCarried(
  pages: readonly Page[],
  maker: MeetingMaker | undefined,
  tell?: TellProgress,
): ReadonlyMap<string, string> {
  const countPage = countProgress(tell, 'listing', pages.length);
  return new Map(
    pages.flatMap((page) => {
      const made = maker?.findMade(page);
      countPage();
      return made === undefined ? [] : [[page.file, made] as const];
    }),
  );
}

/** The parts of a meeting, all made now but for its pages, which are made when they are asked for. */
export function makeMeetingParts(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  glossary: Glossary,
): MadeParts {
  const records = recordsOfMeeting(assembly, body, meeting);
  return {
    pages: pagesOfMeeting(assembly, body, meeting),
    records,
    words: wordsOfRecords([...records.papers, ...records.resolutions], glossary),
    exports: exportsOfMeeting(assembly, body, meeting),
  };
}

function makeAnew(glossary: Glossary): Pick<MeetingMaker, 'partsOf'> {
  return {
    partsOf: (assembly, body, meeting) => {
      const { words, exports, ...parts } = makeMeetingParts(assembly, body, meeting, glossary);
      const { lines } = exports;
      return {
        ...parts,
        words: madeOf(words),
        exports: openExports(exports, (list) => linesOf(lines[list])),
      };
    },
  };
}

/** Assembles what is about the site as a whole: lists, registers, topics, feeds, exports. */
function assembleWhole(
  assembly: SiteAssembly,
  { publication, attachments, site, assets, glossary = new Map(), former = [], maker }: AssembleOptions,
  ofMeetings: readonly Page[],
  meetings: readonly MeetingParts[],
): { readonly pages: readonly Page[]; readonly files: readonly OutputFile[] } {
  const resolutions = listResolutions(publication);
  const exports = meetings.map((each) => each.exports);
  const { pages, files } = addExports(
    assembly,
    resolutions,
    [
      homePage(assembly, resolutions),
      ...publication.bodies.map((body) => bodyPage(assembly, body)),
      ...resolutionsPages(assembly, resolutions, exports),
      ...topicPages(assembly, exports),
      searchPage(assembly),
      accessibilityPage(assembly),
      notFoundPage(assembly),
    ],
    ofMeetings,
    exports,
  );
  return {
    // After the exports: what has moved is in no sitemap.
    pages: [...pages, ...formerPages(assembly, former, [...ofMeetings, ...pages])],
    files: [
      ...themedAssets(site, assets),
      ...searchAids(wordsOfBodies(meetings, maker), glossary),
      ...attachments.map(attachmentFile),
      ...files,
    ],
  };
}

/** Joined body by body, since a correction leaves those of all bodies but one as they were. */
function wordsOfBodies(
  meetings: readonly MeetingParts[],
  maker: MeetingMaker | undefined,
): readonly Made<RecordWords>[] {
  return [...groupBy(meetings, (meeting) => meeting.exports.body).values()].map((ofBody) => {
    const words = joinWords(ofBody.map((meeting) => meeting.words));
    return maker === undefined ? words : maker.keepWords(words);
  });
}

/** The order of the search index: papers body by body and meeting by meeting, then resolutions. */
export function recordsOf(meetings: readonly MeetingParts[]): SearchRecord[] {
  return [
    ...meetings.flatMap(({ records }) => records.papers),
    ...meetings.flatMap(({ records }) => records.resolutions),
  ];
}

function attachmentFile(attachment: PublicAttachment): OutputFile {
  const meeting = { body: attachment.body, slug: attachment.meeting };
  return { file: outputFileOf(attachmentAddress(meeting, attachment.name)), bytes: attachment.bytes };
}
