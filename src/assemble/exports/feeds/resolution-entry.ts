import { minutesAddress } from '../../addresses.ts';
import { decisionText } from '../../decision-props.ts';
import { formatDate, formatMeetingDay } from '../../format-date.ts';
import type { RegisterEntry } from '../../register.ts';
import { recordedDay } from '../listed-papers.ts';
import type { FeedEntry } from './feed-file.ts';

/** A resolution as an entry of a feed. Its item is in the title: "that the update be noted" alone says nothing. */
export function resolutionEntry({ body, meeting, minute, resolution }: RegisterEntry): FeedEntry {
  const item = [minute.minute.code, minute.minute.title].filter((words) => words !== undefined).join(' ');
  return {
    address: `${minutesAddress(meeting)}#${resolution.anchor}`,
    title: `${item} (${body.title}, ${formatDate(meeting.date)})`,
    day: recordedDay(meeting.minutes?.published) ?? meeting.date,
    authors: [body.title],
    content: `${decisionText(resolution.decision)}\n${body.title}, ${formatMeetingDay(meeting)}.`,
    language: meeting.minutes?.language,
  };
}
