import { findPublicHits, type PublicHits } from '../audit/public-hits.ts';
import type { PublicAttachment, PublicMeeting } from '../model/publication.ts';
import { findHitsOfMeeting } from './hits-of-meeting.ts';
import type { MeetingFiles } from './meeting-files.ts';
import { findInTitles, findLinkedHits, type MeetingOfName } from './linked-hits.ts';
import type { WithheldSearch } from './withheld-search.ts';

/**
 * Whether the files of one meeting may be shown before the whole site is audited: nothing of what is withheld stands in their
 * bytes or in their names, and no passage of it in a public paper of the meeting. In doubt they may not.
 */
export async function mayBeShown(
  { files }: MeetingFiles,
  meeting: PublicMeeting,
  attachments: readonly PublicAttachment[],
  {
    searches,
    meetingOf,
    meetings,
  }: {
    readonly searches: readonly WithheldSearch[];
    readonly meetingOf: MeetingOfName;
    readonly meetings: () => readonly PublicMeeting[];
  },
): Promise<boolean> {
  const names = Buffer.from([...files.keys()].join('\n'));
  for (const search of searches) {
    const { papers, others } = findHitsOfMeeting(search.prints, meeting);
    if (papers.some(({ hits }) => search.hasOverlap(hits))) return false;
    const texts = attachments.map(({ text }) => text);
    const own = [...papers.map(({ hits }) => hits), others, findPublicHits(search.prints, texts)];
    for (const bytes of [names, ...files.values()]) {
      if (!(await search.holds(bytes, () => own))) continue;
      const linked = findLinkedHits(search.prints, bytes, meeting, meetingOf);
      if (!(await search.holds(bytes, () => [...own, ...linked]))) continue;
      // Words that happen to stand side by side on a page may be the title of a third meeting's paper.
      const titles = (): readonly PublicHits[] =>
        meetings().flatMap((each) => findInTitles(search.prints, each));
      if (await search.holds(bytes, () => [...own, ...linked, ...titles()])) return false;
    }
  }
  return true;
}
