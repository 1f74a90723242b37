import type {
  OpenItem,
  PublicBodyHead,
  PublicMeeting,
  PublicReport,
  PublicText,
} from '../../model/publication.ts';
import type { AnchoredMinute } from '../anchor-minutes.ts';
import { anchorMinutes } from '../anchor-minutes.ts';
import { anchorParts } from '../anchor-parts.ts';
import { isSameCode } from '../papers-of-item.ts';

/** One item of one meeting with all that is public of it: where a topic was at that meeting. */
export interface TopicItem {
  readonly body: PublicBodyHead;
  /** Its number among the items of its meeting, from 0. */
  readonly place: number;
  readonly meeting: PublicMeeting;
  readonly code?: string;
  readonly title: PublicText;
  /** As an officer wrote it; absent where none did. */
  readonly topic?: PublicText;
  /** The agenda's line, and its anchor on the page of the meeting. */
  readonly item?: OpenItem;
  readonly itemAnchor?: string;
  readonly reports: readonly PublicReport[];
  readonly minutes: readonly AnchoredMinute[];
}

/**
 * Every open item of a meeting: of the agenda, else of the minutes, else the report that stands for one. What is
 * withheld in the agenda or in the minutes is left out entirely, with everything that has its number.
 */
export function listTopicItems(body: PublicBodyHead, meeting: PublicMeeting): TopicItem[] {
  const agendaItems = anchorParts(meeting.agenda?.parts ?? []).flatMap((part) => part.items);
  const minutes = meeting.minutes === undefined ? [] : anchorMinutes(meeting.minutes);
  const isWithheld = createCodeFinder(
    [...agendaItems.map(({ item }) => item), ...minutes.map(({ minute }) => minute)].filter(
      ({ access }) => access === 'withheld',
    ),
  );
  const reports = meeting.reports.filter(
    (report) => !report.isAppendix && report.replacedBy === undefined && !isWithheld(report.item),
  );
  const records = minutes.filter(({ minute }) => minute.access === 'open' && !isWithheld(minute.code));
  const used = new Set<PublicReport>();
  const take = (wanted: (report: PublicReport) => boolean): PublicReport[] => {
    const taken = reports.filter((report) => !used.has(report) && wanted(report));
    for (const report of taken) used.add(report);
    return taken;
  };

  const ofAgenda = agendaItems.flatMap(({ item, anchor }): UnplacedItem[] => {
    if (item.access === 'withheld' || isWithheld(item.code)) return [];
    const named = take((report) => isPaperOf(item, meeting, report));
    const recorded = records.filter(({ minute }) => isSameCode(minute.code, item.code));
    const topic = item.topic ?? topicOf(named, recorded);
    return [
      {
        ...{ body, meeting, code: item.code, title: item.title, item, itemAnchor: anchor },
        ...(topic === undefined ? {} : { topic }),
        ...{ reports: named, minutes: recorded },
      },
    ];
  });
  const isOnAgenda = createCodeFinder(agendaItems.map(({ item }) => item));
  const ofMinutes = records
    .filter(({ minute }) => !isOnAgenda(minute.code))
    .map((record): UnplacedItem => {
      const { code, title } = record.minute;
      const named = take((report) => isSameCode(report.item, code));
      const topic = topicOf(named, [record]);
      return {
        ...{ body, meeting, title, ...(code === undefined ? {} : { code }) },
        ...(topic === undefined ? {} : { topic }),
        ...{ reports: named, minutes: [record] },
      };
    });
  const ofReports = take(() => true).map((report): UnplacedItem => ({
    ...{ body, meeting, title: report.title, ...(report.item === undefined ? {} : { code: report.item }) },
    ...(report.topic === undefined ? {} : { topic: report.topic }),
    ...{ reports: [report], minutes: [] },
  }));
  return [...ofAgenda, ...ofMinutes, ...ofReports].map((item, place) => ({ ...item, place }));
}

type UnplacedItem = Omit<TopicItem, 'place'>;

/** Whether any of these has a code, however its letter is typed. */
function createCodeFinder(
  coded: readonly { readonly code?: string }[],
): (code: string | undefined) => boolean {
  const codes = new Set(coded.map(({ code }) => code?.toLowerCase()));
  return (code) => code !== undefined && codes.has(code.toLowerCase());
}

function isPaperOf(item: OpenItem, meeting: PublicMeeting, report: PublicReport): boolean {
  return item.papers.some(
    (paper) => paper.kind === 'paper' && paper.meeting === meeting.slug && paper.name === report.name,
  );
}

function topicOf(
  reports: readonly PublicReport[],
  records: readonly AnchoredMinute[],
): PublicText | undefined {
  const ofRecord = records.map(({ minute }) => (minute.access === 'open' ? minute.topic : undefined));
  return [...reports.map((report) => report.topic), ...ofRecord].find((topic) => topic !== undefined);
}
