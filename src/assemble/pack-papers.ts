import type { AddedBy, PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import type { Assembly } from './assembly.ts';
import type { FoundPaper } from './papers-of-item.ts';
import { findPaper, itemsOf, reportsBesideAgenda } from './papers-of-item.ts';

/** A paper of the pack: its id on the page, the item it is for, and the paper itself. */
export interface PackPaper {
  readonly id: string;
  readonly code?: string;
  /** The supplement that it came with, by itself or with its item. */
  readonly addedBy?: AddedBy;
  readonly found: FoundPaper;
}

/** Whether there is anything to put together: minutes alone come after the meeting and are no pack. */
export function hasPack(meeting: PublicMeeting): boolean {
  return meeting.agenda !== undefined || meeting.reports.length > 0;
}

/** The public papers of a meeting: in agenda order, each once, then those that no item of the agenda names. */
export function papersOfPack(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): PackPaper[] {
  const papers = new Map<string, PackPaper>();
  const add = (found: FoundPaper, code: string | undefined, addedBy?: AddedBy): void => {
    const id = idOf(meeting, found);
    if (papers.has(id)) return;
    papers.set(id, {
      id,
      found,
      ...(code === undefined ? {} : { code }),
      ...(addedBy === undefined ? {} : { addedBy }),
    });
  };
  for (const item of itemsOf(meeting)) {
    if (item.access !== 'open') continue;
    for (const reference of item.papers) {
      const found = findPaper(assembly, body, reference);
      if (found !== undefined) add(found, item.code, reference.addedBy ?? item.addedBy);
    }
  }
  for (const report of reportsBesideAgenda(meeting)) add({ kind: 'report', meeting, report }, report.item);
  return [...papers.values()];
}

/** `b2-violence-reduction-unit`; a paper of another meeting has its meeting before it: `2021-07-13-minutes`. */
function idOf(meeting: PublicMeeting, found: FoundPaper): string {
  const name = found.kind === 'report' ? found.report.name : 'minutes';
  return found.meeting === meeting ? name : `${found.meeting.slug}-${name}`;
}
