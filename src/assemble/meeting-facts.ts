import type { PublicBody, PublicMeeting } from '../model/publication.ts';
import { meetingAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { formatDate, formatMeetingDay } from './format-date.ts';

/** A word and what it says; with an address where it is one. */
export type FactProps = { readonly name: string; readonly value: string; readonly href?: string };

/** Time, place and publication of a meeting, as its papers print them. */
export function meetingFacts(meeting: PublicMeeting): FactProps[] {
  const { agenda, minutes } = meeting;
  const published = agenda?.published === undefined ? undefined : formatDate(agenda.published);
  const facts: [string, string | undefined][] = [
    ['Time', agenda?.time ?? minutes?.time],
    ['Expected to close', agenda?.closes],
    ['Place', agenda?.venue ?? minutes?.venue],
    ['Watch', agenda?.watch],
    ['Attend', agenda?.attend],
    ['Agenda published', published === 'not-recorded' ? 'Not recorded' : published],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value, ...linkWithin(value) }]));
}

/** What became of a meeting that was not held as announced. */
export type MeetingStatus = { readonly text: string; readonly because?: string; readonly replacedBy?: FactProps };

const words = {
  cancelled: 'This meeting was cancelled.',
  postponed: 'This meeting was postponed.',
  inquorate: 'Too few members came for this meeting to take decisions.',
  adjourned: 'This meeting was adjourned.',
} as const;

/** The status of a meeting, when it is not what the dates say. */
export function meetingStatus(assembly: Assembly, body: PublicBody, meeting: PublicMeeting): MeetingStatus | undefined {
  const status = meeting.agenda?.status;
  if (status === undefined) return undefined;
  const other = status.replacedBy === undefined ? undefined : assembly.findMeeting(body.slug, status.replacedBy);
  const replacedBy =
    other === undefined
      ? { value: formatDate(status.replacedBy ?? '') }
      : { value: formatMeetingDay(other), href: assembly.href(meetingAddress(other)) };
  return {
    text: words[status.word],
    ...(status.because === undefined ? {} : { because: status.because }),
    ...(status.replacedBy === undefined ? {} : { replacedBy: { name: 'It is replaced by the meeting of', ...replacedBy } }),
  };
}

/** A value that is an address of the web as a whole can be followed. */
function linkWithin(value: string): { href?: string } {
  return /^https?:\/\/\S+$/.test(value) ? { href: value } : {};
}
