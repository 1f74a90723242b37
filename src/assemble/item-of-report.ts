import type { OpenItem, PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import type { Assembly } from './assembly.ts';
import { findPaper, itemsOf } from './papers-of-item.ts';

/** The item of the agenda that a report was written for. */
export function findItemOfReport(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  report: { readonly name: string },
): OpenItem | undefined {
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
