import {
  splitMeetingFiles,
  type MeetingRecord,
  type SplitSettings,
  type SplitTask,
} from './split-meeting-files.ts';

/** Splits meetings in a thread of its own; withheld text is read there and does not leave it. */
export function createAnswerer(settings: SplitSettings): (task: SplitTask) => Promise<MeetingRecord> {
  return (task) => splitMeetingFiles(task, settings);
}
