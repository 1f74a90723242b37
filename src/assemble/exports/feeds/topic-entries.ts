import { meetingAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { formatDate, formatMeetingDay } from '../../format-date.ts';
import type { RegisterEntry } from '../../register.ts';
import type { TopicItem } from '../../topics/list-topic-items.ts';
import { dayOfPaper, papersOf } from '../listed-papers.ts';
import type { FeedEntry } from './feed-file.ts';
import { paperEntry } from './paper-entry.ts';
import { resolutionEntry } from './resolution-entry.ts';

/** What happened to a topic at one meeting, of whose resolutions it has some: its place on the agenda, its reports, and what was resolved. */
export function topicEntries(
  assembly: Pick<Assembly, 'notAfterBuild'>,
  topicItem: TopicItem,
  resolutions: readonly RegisterEntry[],
): FeedEntry[] {
  const { body, meeting, reports, minutes } = topicItem;
  const papers = papersOf(body, meeting).filter(
    (paper) => 'report' in paper && reports.includes(paper.report),
  );
  const resolved = resolutions.filter((entry) =>
    minutes.some(({ anchor }) => anchor === entry.minute.anchor),
  );
  return [
    ...resolved.map((entry) => resolutionEntry(assembly, entry)),
    ...papers.map((paper) => paperEntry(assembly, paper)),
    ...agendaEntry(assembly, topicItem),
  ];
}

function agendaEntry(
  assembly: Pick<Assembly, 'notAfterBuild'>,
  { body, meeting, code, title, itemAnchor }: TopicItem,
): FeedEntry[] {
  if (itemAnchor === undefined) return [];
  const item = [code, title].filter((words) => words !== undefined).join(' ');
  return [
    {
      address: `${meetingAddress(meeting)}#${itemAnchor}`,
      title: `On the agenda: ${item} (${body.title}, ${formatDate(meeting.date)})`,
      day: dayOfPaper(assembly, meeting.agenda?.published, meeting),
      authors: [body.title],
      content: `${item}, ${body.title}, ${formatMeetingDay(meeting)}.`,
      language: meeting.agenda?.language,
    },
  ];
}
