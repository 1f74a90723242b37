import type { OpenItem, PublicBodyHead, PublicMeeting, PublicReport } from '../model/publication.ts';
import type { Assembly } from './assembly.ts';
import { findOpenItem, findPaper, itemsOf } from './papers-of-item.ts';

/** The item of the agenda that a report was written for; one that was replaced stands there no more, and names it. */
export function findItemOfReport(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  report: Pick<PublicReport, 'name' | 'item' | 'replacedBy'>,
): OpenItem | undefined {
  const { item: code, replacedBy } = report;
  if (replacedBy !== undefined && code !== undefined) return findOpenItem(meeting, code);
  return itemsOf(meeting).find((item): item is OpenItem => {
    if (item.access !== 'open') return false;
    return item.papers.some((paper) => {
      const found = findPaper(assembly, body, paper);
      return (
        found?.kind === 'report' && found.meeting.slug === meeting.slug && found.report.name === report.name
      );
    });
  });
}
