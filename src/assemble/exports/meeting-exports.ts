import type { PublicBodyHead, PublicMeeting } from '../../model/publication.ts';
import type { Assembly, SiteAssembly } from '../assembly.ts';
import { calendarEvent } from './calendar/calendar-event.ts';
import type { FeedEntry } from './feeds/feed-file.ts';
import { paperEntry } from './feeds/paper-entry.ts';
import { jsonLines } from './json-lines.ts';
import { papersOf } from './listed-papers.ts';
import { oparlOfMeeting, type OparlOfMeeting } from './oparl/oparl-of-meeting.ts';
import { attendanceRecords } from './open-data/attendance-data.ts';
import { itemRecords } from './open-data/items-data.ts';
import { meetingRecord } from './open-data/meetings-data.ts';
import { paperRecord } from './open-data/papers-data.ts';
import { resolutionRows } from './open-data/resolutions-csv.ts';
import { resolutionRecords } from './open-data/resolutions-data.ts';

/**
 * What the exports say of one meeting, as plain JSON. It can be kept as it is, and every export that is about more than one
 * meeting is joined from these parts, without a look at the meetings themselves.
 */
export interface MeetingExports {
  readonly body: string;
  readonly date: string;
  /** Records of the open data, each a line of JSON. */
  readonly records: {
    readonly meetings: readonly string[];
    readonly items: readonly string[];
    readonly papers: readonly string[];
    readonly resolutions: readonly string[];
    readonly attendance: readonly string[];
  };
  /** Rows of resolutions.csv, with their ends. */
  readonly resolutionRows: string;
  readonly oparl: OparlOfMeeting;
  /** Lines of the calendars. */
  readonly event: readonly string[];
  /** Entries of the feeds of papers. */
  readonly entries: readonly FeedEntry[];
}

/**
 * Makes the exports of a meeting. A meeting asks of the site around it only what its items name: papers of other
 * meetings, the meeting that replaces it, and the topic that an item belongs to.
 */
export function exportsOfMeeting(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): MeetingExports {
  const papers = papersOf(body, meeting);
  const resolutions = resolutionRecords(assembly, body, meeting);
  return {
    body: body.slug,
    date: meeting.date,
    records: {
      meetings: jsonLines([meetingRecord(assembly, body, meeting)]),
      items: jsonLines(itemRecords(assembly, body, meeting)),
      papers: jsonLines(papers.map((paper) => paperRecord(assembly, paper))),
      resolutions: jsonLines(resolutions.map(({ record }) => record)),
      attendance: jsonLines(attendanceRecords(assembly, meeting)),
    },
    resolutionRows: resolutionRows(resolutions),
    oparl: oparlOfMeeting(assembly, body, meeting),
    event: calendarEvent(assembly, body, meeting),
    entries: papers.map((paper) => paperEntry(assembly, paper)),
  };
}

/** The exports of every meeting, in the order of the publication. */
export function exportsOfMeetings(assembly: SiteAssembly): MeetingExports[] {
  return assembly.publication.bodies.flatMap((body) =>
    body.meetings.map((meeting) => exportsOfMeeting(assembly, body, meeting)),
  );
}

/** In the order of the register: the newest meeting first; bodies stay in their order on a day that two of them met. */
export function newestFirst(meetings: readonly MeetingExports[]): readonly MeetingExports[] {
  return meetings.toSorted((first, second) =>
    first.date < second.date ? 1 : first.date > second.date ? -1 : 0,
  );
}
