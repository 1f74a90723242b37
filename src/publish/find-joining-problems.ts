import { countResolutions } from '../ledger/count-publication.ts';
import type { Problem } from '../model/problem.ts';
import { judgeAttachments } from '../withhold/attachments/prepare-attachments.ts';
import { settleLinks } from '../withhold/settle-links.ts';
import { countProblem } from '../withhold/withhold.ts';
import type { MeetingRecord } from './split-meeting-files.ts';
import type { BodyRecord } from './split-papers.ts';

/**
 * What is wrong between meetings, as `joinSplit` finds it, where all but the changed ones were joined without a problem before.
 */
export function findJoiningProblems(
  bodies: readonly BodyRecord[],
  meetings: readonly MeetingRecord[],
  changed: readonly MeetingRecord[],
): readonly Problem[] {
  const attachmentsOf = (records: readonly MeetingRecord[]) =>
    records.flatMap(({ attachments }) => attachments);
  const digestsOf = (records: readonly MeetingRecord[]) =>
    records.flatMap(({ withheld }) => withheld.digests);
  const found = [
    ...settleLinks(
      [...meetings, ...bodies].flatMap(({ elsewhere }) => elsewhere),
      meetings,
    ),
    ...judgeAttachments(attachmentsOf(changed), digestsOf(meetings)).problems,
    ...judgeAttachments(attachmentsOf(meetings), digestsOf(changed)).problems,
  ];
  return found.length > 0 ? found : changed.flatMap((record) => miscounted(record) ?? []);
}

/** The sum of all meetings comes out where that of each does. */
function miscounted({ meeting, resolutionsRead, withheld }: MeetingRecord): Problem | undefined {
  const published = countResolutions(meeting === undefined ? [] : [meeting]);
  const notPublished = withheld.notes.reduce((sum, { resolutions }) => sum + resolutions, 0);
  return countProblem(resolutionsRead, published, notPublished);
}
