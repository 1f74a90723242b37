import type {
  Publication,
  PublicAttachment,
  PublicBody,
  PublicMeeting,
  PublicReport,
} from '../model/publication.ts';
import type { Site } from '../model/site.ts';
import { attachmentAddress, hrefOf } from './addresses.ts';
import { imageSize, type ImageSize } from './image-size.ts';
import { findTopics } from './topics/find-topics.ts';
import type { TopicFinder } from './topics/topic-finder.ts';
import { createTopicFinder } from './topics/topic-finder.ts';

/** What every page is made from: the publication, and finders over it. */
export interface Assembly {
  readonly publication: Publication;
  readonly site: Site;
  /** An address as a link within this site. */
  readonly href: (address: string) => string;
  readonly findBody: (body: string) => PublicBody | undefined;
  readonly findMeeting: (body: string, meeting: string) => PublicMeeting | undefined;
  readonly findReport: (body: string, meeting: string, name: string) => PublicReport | undefined;
  /** The size of a picture of this site, by the link that a page loads it by. */
  readonly sizeOfImage: (href: string) => ImageSize | undefined;
  readonly findAttachment: (body: string, meeting: string, name: string) => PublicAttachment | undefined;
  /** The items that come back. */
  readonly topics: TopicFinder;
}

/** Makes the finders once, so that a site of ten thousand papers is not searched for each link. */
export function createAssembly(
  publication: Publication,
  attachments: readonly PublicAttachment[],
  site: Site,
): Assembly {
  const bodies = new Map(publication.bodies.map((body) => [body.slug, body]));
  const meetings = new Map<string, PublicMeeting>();
  const reports = new Map<string, PublicReport>();
  for (const body of publication.bodies) {
    for (const meeting of body.meetings) {
      meetings.set(`${body.slug}/${meeting.slug}`, meeting);
      for (const report of meeting.reports)
        reports.set(`${body.slug}/${meeting.slug}/${report.name}`, report);
    }
  }
  const files = new Map(attachments.map((file) => [`${file.body}/${file.meeting}/${file.name}`, file]));
  const sizes = new Map(
    attachments
      .filter((file) => file.kind === 'image')
      .map((file) => [
        hrefOf(site, attachmentAddress({ body: file.body, slug: file.meeting }, file.name)),
        imageSize(file.bytes),
      ]),
  );
  return {
    publication,
    site,
    href: (address) => hrefOf(site, address),
    findBody: (body) => bodies.get(body),
    findMeeting: (body, meeting) => meetings.get(`${body}/${meeting}`),
    findReport: (body, meeting, name) => reports.get(`${body}/${meeting}/${name}`),
    sizeOfImage: (href) => sizes.get(href),
    findAttachment: (body, meeting, name) => files.get(`${body}/${meeting}/${name}`),
    topics: createTopicFinder(findTopics(publication)),
  };
}
