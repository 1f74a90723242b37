import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { formatDate } from './format-date.ts';

/** How a place in the papers is named in writing: `Kent Community Safety Partnership, 18 November 2021, item B2, paragraph 3.6`. */
export function citationOf(
  body: PublicBodyHead,
  meeting: PublicMeeting,
  ...places: readonly (string | undefined)[]
): string {
  const suffix = meeting.slug.slice(meeting.date.length + 1);
  // Two meetings of one day are told apart as in their addresses.
  const day = suffix === '' ? formatDate(meeting.date) : `${formatDate(meeting.date)} (${suffix})`;
  return [body.title, day, ...places].filter((words) => words !== undefined).join(', ');
}

/** `item B2`; nothing where an item has no number. */
export function citedItem(code: string | undefined): string | undefined {
  return code === undefined ? undefined : `item ${code}`;
}
