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
    const { papers, others } = findHitsOfMeeting(search.prints, meeting, (texts) => search.findPublic(texts));
    if (papers.some(({ hits }) => search.hasOverlap(hits))) return false;
    const texts = attachments.map(({ text }) => text);
    const own = [...papers.map(({ hits }) => hits), others, search.findPublic(texts)];
    for (const bytes of [names, ...files.values()]) {
      const found = await search.find(bytes);
      if (search.isPublic(found, own)) continue;
      const linked = [...own, ...findLinkedHits(search.prints, bytes, meeting, meetingOf)];
      if (search.isPublic(found, linked) || !search.isHeld(found, linked)) continue;
      // Words that happen to stand side by side on a page may be the title of a third meeting's paper.
      const titles = meetings().flatMap((each) => findInTitles(search.prints, each));
      if (search.isHeld(found, [...linked, ...titles])) return false;
    }
  }
  return true;
}
