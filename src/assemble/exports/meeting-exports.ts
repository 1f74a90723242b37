import { linesOf, type Lines } from '../../model/made.ts';
import type { PublicBodyHead, PublicMeeting } from '../../model/publication.ts';
import type { Assembly, SiteAssembly } from '../assembly.ts';
import { resolutionsOfMeeting } from '../register-resolutions.ts';
import { createPageText } from '../page-text.ts';
import { entriesOf } from '../register.ts';
import { listTopicItems } from '../topics/list-topic-items.ts';
import { topicEntryProps } from '../topics/topic-entry-props.ts';
import { calendarEvent } from './calendar/calendar-event.ts';
import { paperEntry } from './feeds/paper-entry.ts';
import { resolutionEntry } from './feeds/resolution-entry.ts';
import { topicEntries } from './feeds/topic-entries.ts';
import { jsonLines } from './json-lines.ts';
import { papersOf } from './listed-papers.ts';
import type { Stamp } from './oparl/oparl-object.ts';
import { listsOfMeetings, oparlOfMeeting } from './oparl/oparl-of-meeting.ts';
import { attendanceRecords } from './open-data/attendance-data.ts';
import { itemRecords } from './open-data/items-data.ts';
import { meetingRecord } from './open-data/meetings-data.ts';
import { paperRecord } from './open-data/papers-data.ts';
import { resolutionRows } from './open-data/resolutions-csv.ts';
import { resolutionRecords } from './open-data/resolutions-data.ts';

/** The lists that a meeting has lines in. Those of the open data are called as its files are, those of OParl as its lists. */
export const exportLists = [
  'meetings',
  'items',
  'papers',
  'resolutions',
  'attendance',
  /** Rows of resolutions.csv, with their ends. */
  'rows',
  /** Lines of the calendars. */
  'event',
  /** Entries of the feeds of papers, each a line of JSON. */
  'entries',
  /** The document of the meeting in the OParl export. */
  'oparl-document',
  /** Resolutions as the pages of the register show them, each a line of JSON. */
  'register',
  /** Entries of the feed of resolutions, each a line of JSON. */
  'resolution-entries',
  /** What the feeds of topics tell of each item, whether it came back or not: a list of entries, each a line of JSON. */
  'topic-entries',
  /** Items as the pages of topics show them, whether they came back or not, each a line of JSON. */
  'topic-items',
  ...listsOfMeetings.map((list) => `oparl-${list}` as const),
] as const;

/** Lists whose lines are shown one by one, on pages that have some of one meeting and some of another. */
export const listsShownByLine: readonly ExportList[] = ['register', 'topic-items'];

/** One of the lists that a meeting has lines in. */
export type ExportList = (typeof exportLists)[number];

/** What the exports say of one meeting that is needed to know which files there are. */
export interface ExportsHead {
  readonly body: string;
  readonly date: string;
  /** Where its document stands in the OParl export. */
  readonly path: string;
  readonly stamp: Stamp;
}

/**
 * What the exports say of one meeting, as plain JSON. Every export that is about more than one meeting is joined from these lines,
 * without a look at the meetings themselves.
 */
export interface MadeExports extends ExportsHead {
  readonly lines: { readonly [list in ExportList]: readonly string[] };
}

/** The exports of a meeting, to be joined: lines are read only for a file that is not as it was. */
export interface MeetingExports extends ExportsHead {
  readonly lines: { readonly [list in ExportList]: Lines };
}

/**
 * Makes the exports of a meeting. A meeting asks of the site around it only what its items name: papers of other
 * meetings, the meeting that replaces it, and the topic that an item belongs to.
 */
export function exportsOfMeeting(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): MadeExports {
  const papers = papersOf(body, meeting);
  const entries = entriesOf(body, meeting);
  const topicItems = listTopicItems(body, meeting);
  // Two items of a meeting may be of one topic, and have one minute.
  const pageText = createPageText(assembly);
  const resolutions = resolutionRecords(assembly, body, meeting);
  const { path, stamp, document, lines } = oparlOfMeeting(assembly, body, meeting);
  const ofOparl = Object.fromEntries(listsOfMeetings.map((list) => [`oparl-${list}`, lines[list]])) as {
    readonly [list in `oparl-${(typeof listsOfMeetings)[number]}`]: readonly string[];
  };
  return {
    ...{ body: body.slug, date: meeting.date, path, stamp },
    lines: {
      meetings: jsonLines([meetingRecord(assembly, body, meeting)]),
      items: jsonLines(itemRecords(assembly, body, meeting)),
      papers: jsonLines(papers.map((paper) => paperRecord(assembly, paper))),
      resolutions: jsonLines(resolutions.map(({ record }) => record)),
      attendance: jsonLines(attendanceRecords(assembly, meeting)),
      rows: [resolutionRows(resolutions)],
      event: calendarEvent(assembly, body, meeting),
      entries: jsonLines(papers.map((paper) => paperEntry(assembly, paper))),
      'oparl-document': [document],
      register: jsonLines(resolutionsOfMeeting(assembly, body, meeting)),
      'resolution-entries': jsonLines(entries.map((entry) => resolutionEntry(assembly, entry))),
      'topic-entries': jsonLines(topicItems.map((item) => topicEntries(assembly, item, entries))),
      'topic-items': jsonLines(topicItems.map((item) => topicEntryProps(assembly, item, pageText))),
      ...ofOparl,
    },
  };
}

/** The exports of a meeting, to be joined; `openList` gives the lines of each list. */
export function openExports(
  { body, date, path, stamp }: ExportsHead,
  openList: (list: ExportList) => Lines,
): MeetingExports {
  const lines = {} as { [list in ExportList]: Lines };
  for (const list of exportLists) lines[list] = openList(list);
  return { body, date, path, stamp, lines };
}

/** The exports of every meeting, in the order of the publication. */
export function exportsOfMeetings(assembly: SiteAssembly): MeetingExports[] {
  return assembly.publication.bodies.flatMap((body) =>
    body.meetings.map((meeting) => {
      const made = exportsOfMeeting(assembly, body, meeting);
      return openExports(made, (list) => linesOf(made.lines[list]));
    }),
  );
}

/** Finds the exports of a meeting among those of all, which are in the order of the publication. */
export function createExportsFinder(
  { publication }: SiteAssembly,
  exports: readonly MeetingExports[],
): (meeting: PublicMeeting) => MeetingExports {
  const meetings = publication.bodies.flatMap((body) => body.meetings);
  const found = new Map(meetings.map((meeting, place) => [meeting, exports[place]!]));
  return (meeting) => found.get(meeting)!;
}

/** In the order of the register: the newest meeting first; bodies stay in their order on a day that two of them met. */
export function newestFirst(meetings: readonly MeetingExports[]): readonly MeetingExports[] {
  return meetings.toSorted((first, second) =>
    first.date < second.date ? 1 : first.date > second.date ? -1 : 0,
  );
}
