import type { PublicBody, PublicMeeting } from '../model/publication.ts';
import type { SiteAssembly } from './assembly.ts';
import { formatDate } from './format-date.ts';
import type { PaperLink } from './paper-link.ts';
import { linkToAgenda, linkToMinutes, linkToReport } from './paper-link.ts';

/** A paper in a list of papers of many meetings. */
export type LatestPaper = PaperLink & { readonly body: string; readonly day: string; readonly date: string };

/** Every paper, the newest first: by its day of publication, or by its meeting's day where that is not recorded. */
export function latestPapers(assembly: SiteAssembly): LatestPaper[] {
  const papers = assembly.publication.bodies.flatMap((body) =>
    body.meetings.flatMap((meeting) => papersOf(assembly, body, meeting)),
  );
  return papers.sort((first, second) => (first.date < second.date ? 1 : first.date > second.date ? -1 : 0));
}

function papersOf(assembly: SiteAssembly, body: PublicBody, meeting: PublicMeeting): LatestPaper[] {
  const paper = (link: PaperLink | undefined, published: string | undefined): LatestPaper[] => {
    if (link === undefined) return [];
    const date = published === undefined || published === 'not-recorded' ? meeting.date : published;
    return [{ ...link, body: body.title, day: formatDate(meeting.date), date }];
  };
  return [
    ...paper(linkToMinutes(assembly, body, meeting), meeting.minutes?.published),
    ...paper(linkToAgenda(assembly, meeting), meeting.agenda?.published),
    ...meeting.reports.flatMap((report) => paper(linkToReport(assembly, meeting, report), report.published)),
  ];
}
