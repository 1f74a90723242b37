import { minutesAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { decisionText } from '../../decision-props.ts';
import { formatDate, formatMeetingDay } from '../../format-date.ts';
import type { RegisterEntry } from '../../register.ts';
import { dayOfPaper, recordedDay } from '../listed-papers.ts';
import type { FeedEntry } from './feed-file.ts';

/** A resolution as an entry of a feed. Its item is in the title: "that the update be noted" alone says nothing. */
export function resolutionEntry(
  assembly: Pick<Assembly, 'notAfterBuild'>,
  { body, meeting, minute, resolution }: RegisterEntry,
): FeedEntry {
  const published = recordedDay(meeting.minutes?.published);
  const item = [minute.minute.code, minute.minute.title].filter((words) => words !== undefined).join(' ');
  return {
    address: `${minutesAddress(meeting)}#${resolution.anchor}`,
    title: `${item} (${body.title}, ${formatDate(meeting.date)})`,
    day: dayOfPaper(assembly, published, meeting),
    isLate: published === undefined,
    authors: [body.title],
    content: `${decisionText(resolution.decision)}\n${body.title}, ${formatMeetingDay(meeting)}.`,
    language: meeting.minutes?.language,
  };
}
