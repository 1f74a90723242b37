import type { MeetingKey } from '../assemble/addresses.ts';
import type { Problem } from '../model/problem.ts';
import { listMeetingFiles } from '../read/list-content-files.ts';
import { digestOf } from './build-memory.ts';
import { splitMeetingFiles, type MeetingRecord, type SplitSettings } from './split-meeting-files.ts';
import { taskOf, type BodyRecord } from './split-papers.ts';

/** What became of the files of one meeting since it was split. */
export type SplitAgain =
  | { readonly kind: 'same' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'split'; readonly record: MeetingRecord }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** Something is there that only a look at all papers can judge. */
  | { readonly kind: 'unknown' };

/** Lists, reads and splits one meeting again, exactly as a build would. `before` is what the last look gave. */
export async function splitAgain(
  meeting: MeetingKey,
  body: BodyRecord | undefined,
  before: MeetingRecord | undefined,
  settings: SplitSettings,
): Promise<SplitAgain> {
  const listed = listMeetingFiles(settings.content, meeting.body, meeting.slug);
  if (body === undefined || listed === undefined) return { kind: 'unknown' };
  if (listed.problems.length > 0) return { kind: 'problems', problems: listed.problems };
  if (listed.files.length === 0) return { kind: before === undefined ? 'same' : 'gone' };
  const task = taskOf(meeting, listed.files, body);
  if (before?.digest === digestOf(task.digest, settings.date)) return { kind: 'same' };
  const record = await splitMeetingFiles(task, settings);
  return record.problems.length > 0
    ? { kind: 'problems', problems: record.problems }
    : { kind: 'split', record };
}
