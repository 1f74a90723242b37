import type { PublicBodyHead, PublicMeeting, PublicMinute } from '../model/publication.ts';
import { meetingAddress } from './addresses.ts';
import { anchorParts } from './anchor-parts.ts';
import type { Assembly } from './assembly.ts';
import type { PaperLink } from './paper-link.ts';
import { linkToReport } from './paper-link.ts';
import { findOpenItem, isSameCode, linksOfItem } from './papers-of-item.ts';

/** The public papers of the item that a minute records: as its agenda lists them, else the reports that name the item. */
export function papersOfMinute(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  { code, access }: PublicMinute,
): PaperLink[] {
  if (code === undefined || access === 'withheld') return [];
  const item = findOpenItem(meeting, code);
  if (item !== undefined) return linksOfItem(assembly, body, meeting, item);
  return meeting.reports
    .filter((report) => isSameCode(report.item, code) && report.replacedBy === undefined)
    .map((report) => linkToReport(assembly, meeting, report));
}

/** The way from a minute to its item on the agenda; nothing where no agenda has it. */
export function hrefOfAgendaItem(
  assembly: Assembly,
  meeting: PublicMeeting,
  { code }: PublicMinute,
): string | undefined {
  const found = anchorParts(meeting.agenda?.parts ?? [])
    .flatMap(({ items }) => items)
    .find(({ item }) => isSameCode(item.code, code));
  return found === undefined ? undefined : `${assembly.href(meetingAddress(meeting))}#${found.anchor}`;
}
