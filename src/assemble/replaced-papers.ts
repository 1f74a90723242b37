import type { PaperReference, PublicBodyHead, PublicMeeting, PublicReport } from '../model/publication.ts';
import { reportAddress } from './addresses.ts';
import type { Assembly, LinkMaker } from './assembly.ts';
import { formatDate } from './format-date.ts';
import type { Link } from './layout.ts';
import { linkOfReference } from './papers-of-item.ts';

/** What a report that was replaced says of it: since when, and the papers in its place. */
export type ReplacedBy = { readonly since?: string; readonly links: readonly Link[] };

/** The reports of a meeting in whose place a paper stands, the latest first; also those that it replaces by way of another. */
export function linksToReplaced(assembly: LinkMaker, meeting: PublicMeeting, paper: PaperReference): Link[] {
  return replacedReports(meeting, paper).map((report) => ({
    text: `the earlier ${report.isAppendix ? 'appendix' : 'report'}, ${report.title}`,
    href: assembly.href(reportAddress(meeting, report.name)),
  }));
}

function replacedReports(meeting: PublicMeeting, paper: PaperReference): PublicReport[] {
  return meeting.reports
    .filter((report) => report.replacedBy?.papers.some((other) => isSameText(other, paper)))
    .flatMap((report) => [
      report,
      ...replacedReports(meeting, { kind: 'paper', meeting: meeting.slug, name: report.name }),
    ]);
}

function isSameText(first: PaperReference, second: PaperReference): boolean {
  if (first.kind === 'attachment') return second.kind === 'attachment' && first.name === second.name;
  if (first.kind !== 'paper' || second.kind !== 'paper') return false;
  return first.meeting === second.meeting && first.name === second.name;
}

/** By what a report was replaced, and when. */
export function replacedByOf(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  { replacedBy }: PublicReport,
): ReplacedBy | undefined {
  if (replacedBy === undefined) return undefined;
  const links = replacedBy.papers.flatMap((paper): Link[] => {
    const link = linkOfReference(assembly, body, meeting, paper);
    return link === undefined ? [] : [{ text: link.title, href: link.href }];
  });
  return { ...(replacedBy.date === undefined ? {} : { since: formatDate(replacedBy.date) }), links };
}
