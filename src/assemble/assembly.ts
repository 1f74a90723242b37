import type {
  Publication,
  PublicAttachment,
  PublicBody,
  PublicBodyHead,
  PublicMeeting,
  PublicReport,
} from '../model/publication.ts';
import type { Site } from '../model/site.ts';
import { attachmentAddress, hrefOf, type MeetingKey } from './addresses.ts';
import { imageSize, type ImageSize } from './image-size.ts';
import { createMeetingFinder, type MeetingFinder } from './meeting-finder.ts';
import { createTopicHistory, type TopicHistory } from './topics/topic-history.ts';
import { findTopics } from './topics/find-topics.ts';
import type { TopicFinder } from './topics/topic-finder.ts';
import { createTopicFinder } from './topics/topic-finder.ts';

/**
 * What a page may ask of the site around its own meeting. Each question has a small answer, so that a later build can
 * ask again and knows a page for current whose answers are all the same. A page that could reach the whole publication
 * would have to be made again whenever anything changed.
 */
export interface Assembly extends MeetingFinder, TopicHistory {
  readonly site: Site;
  /** An address as a link within this site. */
  readonly href: (address: string) => string;
  readonly findBody: (body: string) => PublicBodyHead | undefined;
  readonly findMeeting: (body: string, meeting: string) => PublicMeeting | undefined;
  readonly findReport: (body: string, meeting: string, name: string) => PublicReport | undefined;
  /** The size of a picture of this site, by the link that a page loads it by. */
  readonly sizeOfImage: (href: string) => ImageSize | undefined;
  readonly findAttachment: (body: string, meeting: string, name: string) => PublicAttachment | undefined;
  /** Whether a day, `yyyy-mm-dd`, is that of the build or a later one. */
  readonly isToCome: (date: string) => boolean;
  /** A day, or that of the build where it is a later one: nothing was made public after the build. */
  readonly notAfterBuild: (date: string) => string;
  /** Whether a day is more than a year before that of the build. */
  readonly isLongPast: (date: string) => boolean;
}

/** All that a link to a page of the site needs. */
export type LinkMaker = Pick<Assembly, 'href'>;

/** What the pages about the whole site are made from: the publication, and finders over it. */
export interface SiteAssembly extends Assembly {
  readonly publication: Publication;
  /** The items that come back. */
  readonly topics: TopicFinder;
}

/** Makes the finders once, so that a site of ten thousand papers is not searched for each link. */
export function createAssembly(
  publication: Publication,
  attachments: readonly PublicAttachment[],
  site: Site,
): SiteAssembly {
  // Without its meetings, of which every page would otherwise depend on every one.
  const bodies = new Map(publication.bodies.map((body) => [body.slug, headOf(body)]));
  const meetings = new Map<string, PublicMeeting>();
  for (const body of publication.bodies)
    for (const meeting of body.meetings) meetings.set(keyOf(body.slug, meeting.slug), meeting);
  const topics = createTopicFinder(findTopics(publication));
  return {
    publication,
    site,
    topics,
    href: (address) => hrefOf(site, address),
    findBody: (body) => bodies.get(body),
    findMeeting: (body, meeting) => meetings.get(keyOf(body, meeting)),
    findReport: (body, meeting, name) =>
      meetings.get(keyOf(body, meeting))?.reports.find((report) => report.name === name),
    ...createAttachmentFinder(attachments, site),
    ...createMeetingFinder(publication.bodies),
    ...createTopicHistory(topics, (address) => hrefOf(site, address)),
    isToCome: (date) => date >= publication.date,
    notAfterBuild: (date) => (date > publication.date ? publication.date : date),
    isLongPast: (date) => Date.parse(publication.date) - Date.parse(date) > yearInMilliseconds,
  };
}

/** A body without its meetings. */
export function headOf(body: PublicBodyHead): PublicBodyHead {
  return Object.fromEntries(
    Object.entries(body).filter(([field]) => field !== 'meetings'),
  ) as unknown as PublicBodyHead;
}

const yearInMilliseconds = 366 * 24 * 60 * 60 * 1000;

function createAttachmentFinder(
  attachments: readonly PublicAttachment[],
  site: Site,
): Pick<Assembly, 'findAttachment' | 'sizeOfImage'> {
  const addressOf = ({ body, meeting, name }: PublicAttachment): string =>
    attachmentAddress({ body, slug: meeting }, name);
  const files = new Map(attachments.map((file) => [`${file.body}/${file.meeting}/${file.name}`, file]));
  const sizes = new Map(
    attachments
      .filter((file) => file.kind === 'image')
      .map((file) => [hrefOf(site, addressOf(file)), imageSize(file.bytes)]),
  );
  return {
    findAttachment: (body, meeting, name) => files.get(`${body}/${meeting}/${name}`),
    sizeOfImage: (href) => sizes.get(href),
  };
}

function keyOf(body: PublicBody['slug'], meeting: MeetingKey['slug']): string {
  return `${body}/${meeting}`;
}
