import type { LinkTarget } from '../markdown/parse-paper-link.ts';
import { parsePaperLink } from '../markdown/parse-paper-link.ts';
import {
  attachmentAddress,
  bodyAddress,
  homeAddress,
  meetingAddress,
  minutesAddress,
  reportAddress,
} from './addresses.ts';
import type { Assembly } from './assembly.ts';

/** The paper that a link stands in, and the page that shows it. */
export interface LinkPlace {
  readonly body: string;
  /** Absent for the body's own text. */
  readonly meeting?: string;
  /** What a fragment of the paper begins with on the page at hand: `#`, `#b2-` in a pack, `/…/minutes/#` on another page. */
  readonly fragmentBase: string;
}

/**
 * Where a link of a paper leads, as an address of this site or of another. A paper that is not in the publication
 * has no page, so a link to it leads to its meeting: the name of a withheld paper is never part of an address.
 */
export function hrefOfLink(assembly: Assembly, target: string, place: LinkPlace): string {
  const link = parsePaperLink(
    target,
    place.meeting === undefined ? { body: place.body } : { body: place.body, meeting: place.meeting },
  );
  if (link.kind === 'external') return link.href;
  if (link.kind === 'fragment') return place.fragmentBase + link.href.slice(1);
  return assembly.href(addressWithin(assembly, link, place));
}

function addressWithin(
  assembly: Assembly,
  link: Exclude<LinkTarget, { kind: 'external' | 'fragment' }>,
  place: LinkPlace,
): string {
  const here = assembly.findMeeting(place.body, place.meeting ?? '');
  if (
    link.kind === 'attachment' &&
    here !== undefined &&
    assembly.findAttachment(here.body, here.slug, link.name) !== undefined
  ) {
    return attachmentAddress(here, link.name);
  }
  if (link.kind === 'paper') return addressOfPaper(assembly, link) ?? homeAddress;
  if (here !== undefined) return meetingAddress(here);
  return assembly.findBody(place.body) === undefined ? homeAddress : bodyAddress(place.body);
}

/** The address of a paper by body, meeting and file name; of its meeting when it is not public; of the body when that is not. */
function addressOfPaper(
  assembly: Assembly,
  link: Extract<LinkTarget, { kind: 'paper' }>,
): string | undefined {
  const meeting = assembly.findMeeting(link.body, link.meeting);
  if (meeting === undefined)
    return assembly.findBody(link.body) === undefined ? undefined : bodyAddress(link.body);
  const fragment = link.fragment === undefined ? '' : `#${link.fragment}`;
  if (link.name === 'agenda') return meetingAddress(meeting) + fragment;
  if (link.name === 'minutes' && meeting.minutes !== undefined) return minutesAddress(meeting) + fragment;
  if (meeting.supplements.some((supplement) => supplement.name === link.name))
    return `${meetingAddress(meeting)}#${link.name}`;
  if (meeting.reports.some((report) => report.name === link.name))
    return reportAddress(meeting, link.name) + fragment;
  return meetingAddress(meeting);
}
