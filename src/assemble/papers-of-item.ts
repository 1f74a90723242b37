import type {
  OpenItem,
  PaperReference,
  PublicBodyHead,
  PublicItem,
  PublicMeeting,
  PublicMinutes,
  PublicReport,
} from '../model/publication.ts';
import { addedWords } from './added-by.ts';
import type { Assembly } from './assembly.ts';
import { formatDate } from './format-date.ts';
import type { PaperLink } from './paper-link.ts';
import { linkToAgenda, linkToAttachment, linkToMinutes, linkToReport } from './paper-link.ts';
import { linksToReplaced } from './replaced-papers.ts';

/** A public paper found in the publication. */
export type FoundPaper =
  | { readonly kind: 'report'; readonly meeting: PublicMeeting; readonly report: PublicReport }
  | { readonly kind: 'minutes'; readonly meeting: PublicMeeting; readonly minutes: PublicMinutes };

/** The paper that an item refers to, if the publication has it as a text. */
export function findPaper(
  assembly: Assembly,
  body: PublicBodyHead,
  reference: PaperReference,
): FoundPaper | undefined {
  if (reference.kind !== 'paper') return undefined;
  const meeting = assembly.findMeeting(body.slug, reference.meeting);
  if (meeting === undefined) return undefined;
  if (reference.name === 'minutes' && meeting.minutes !== undefined)
    return { kind: 'minutes', meeting, minutes: meeting.minutes };
  const report = assembly.findReport(body.slug, reference.meeting, reference.name);
  return report === undefined ? undefined : { kind: 'report', meeting, report };
}

/** The links to the papers of an item, in the agenda's order. */
export function linksOfItem(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  item: OpenItem,
): PaperLink[] {
  return item.papers.flatMap((reference) => {
    const link = linkOfReference(assembly, body, meeting, reference);
    if (link === undefined) return [];
    const replaces = linksToReplaced(assembly, meeting, reference);
    const late = withLateness(link, meeting, reference);
    return [replaces.length === 0 ? late : { ...late, replaces }];
  });
}

/** A paper that came after its agenda says when: a reader who has the agenda looks for what is new. */
function withLateness(link: PaperLink, meeting: PublicMeeting, reference: PaperReference): PaperLink {
  if (reference.addedBy !== undefined)
    return { ...link, details: `${link.details}, ${addedWords(reference.addedBy)}` };
  const announced = meeting.agenda?.published;
  if (reference.kind !== 'paper' || reference.meeting !== meeting.slug || announced === undefined)
    return link;
  const published = meeting.reports.find((report) => report.name === reference.name)?.published;
  if (published === undefined || published === 'not-recorded' || published <= announced) return link;
  return { ...link, details: `${link.details}, added ${formatDate(published)}, after the agenda` };
}

const remarks = {
  verbal: 'Verbal report: there is no paper',
  presentation: 'Presentation at the meeting',
  'to follow': 'Paper to follow',
  none: 'No paper',
} as const;

/** What is said of an item's papers where there is none to link: `Paper to follow`, until the day of the meeting is past. */
export function remarksOfItem(
  { isToCome }: Pick<Assembly, 'isToCome'>,
  { date }: PublicMeeting,
  item: OpenItem,
): string[] {
  return item.papers.flatMap(({ kind, addedBy }) => {
    if (kind === 'paper' || kind === 'attachment') return [];
    const remark = kind === 'to follow' && !isToCome(date) ? neverFollowed : remarks[kind];
    return [addedBy === undefined ? remark : `${remark}, ${addedWords(addedBy)}`];
  });
}

const neverFollowed = 'The paper was to follow, and is not published here';

/** The agenda's items, in order. */
export function itemsOf(meeting: PublicMeeting): PublicItem[] {
  return meeting.agenda?.parts.flatMap((part) => part.items) ?? [];
}

/** The open item of a code, however its letter is typed. */
export function findOpenItem(meeting: PublicMeeting, code: string): OpenItem | undefined {
  return itemsOf(meeting).find(
    (item): item is OpenItem => item.access === 'open' && isSameCode(item.code, code),
  );
}

/** Whether two codes name one item: `B2` and `b2`. */
export function isSameCode(first: string | undefined, second: string | undefined): boolean {
  return first !== undefined && second !== undefined && first.toLowerCase() === second.toLowerCase();
}

/**
 * Public reports that no item of the agenda refers to: all of them, where no agenda is held. One that was replaced is named
 * with what stands in its place.
 */
export function reportsBesideAgenda(meeting: PublicMeeting): PublicReport[] {
  const named = new Set<string>();
  for (const item of itemsOf(meeting)) {
    if (item.access !== 'open') continue;
    for (const paper of item.papers)
      if (paper.kind === 'paper' && paper.meeting === meeting.slug) named.add(paper.name);
  }
  return meeting.reports.filter((report) => !named.has(report.name) && report.replacedBy === undefined);
}

/** The link to a paper or file of an item; nothing where there is none, as of a verbal report. */
export function linkOfReference(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  reference: PaperReference,
): PaperLink | undefined {
  if (reference.kind === 'attachment') {
    const file = assembly.findAttachment(body.slug, meeting.slug, reference.name);
    return file === undefined ? undefined : linkToAttachment(assembly, meeting, file);
  }
  if (reference.kind !== 'paper') return undefined;
  const found = findPaper(assembly, body, reference);
  if (found?.kind === 'report') return linkToReport(assembly, found.meeting, found.report);
  if (found?.kind === 'minutes') return linkToMinutes(assembly, body, found.meeting);
  const other = assembly.findMeeting(body.slug, reference.meeting);
  return reference.name === 'agenda' && other !== undefined ? linkToAgenda(assembly, other) : undefined;
}
