import { findPublicHits } from '../audit/public-hits.ts';
import type { PublicAttachment, PublicMeeting } from '../model/publication.ts';
import { findHitsOfMeeting } from './hits-of-meeting.ts';
import type { MeetingFiles } from './meeting-files.ts';
import { findLinkedHits, type MeetingOfName } from './linked-hits.ts';
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
  }: { readonly searches: readonly WithheldSearch[]; readonly meetingOf: MeetingOfName },
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
      if (await search.holds(bytes, () => [...own, ...linked])) return false;
    }
  }
  return true;
}
