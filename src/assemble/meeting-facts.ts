import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { meetingAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { formatDate, formatMeetingDay } from './format-date.ts';
import { formatTime } from './format-time.ts';
import { capitalise } from './phrase.ts';

/** A word and what it says; with an address where it is one. */
export type FactProps = { readonly name: string; readonly value: string; readonly href?: string };

/** Time, place and publication of a meeting, as its papers print them. */
export function meetingFacts(meeting: PublicMeeting): FactProps[] {
  const { agenda, minutes } = meeting;
  const published = agenda?.published === undefined ? undefined : formatDate(agenda.published);
  const facts: [string, string | undefined][] = [
    ['Time', timeInWords(agenda?.time ?? minutes?.time)],
    ['Expected to close', timeInWords(agenda?.closes)],
    ['Place', agenda?.venue ?? minutes?.venue],
    ['Watch', agenda?.watch],
    ['Attend', agenda?.attend],
    ['Agenda published', published === 'not-recorded' ? 'Not recorded' : published],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, ...linkWithin(value) }],
  );
}

/** What became of a meeting that was not held as announced. */
export type MeetingStatus = {
  readonly text: string;
  readonly because?: string;
  readonly replacedBy?: FactProps;
};

const heldWords = {
  cancelled: 'This meeting was cancelled.',
  postponed: 'This meeting was postponed.',
  inquorate: 'Too few members came for this meeting to take decisions.',
  adjourned: 'This meeting was adjourned.',
} as const;

const comingWords = {
  ...heldWords,
  cancelled: 'This meeting is cancelled and will not be held.',
  postponed: 'This meeting is postponed and will not be held on this day.',
} as const;

/** The status of a meeting, when it is not what the dates say. */
export function meetingStatus(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): MeetingStatus | undefined {
  const status = meeting.agenda?.status;
  if (status === undefined) return undefined;
  const other =
    status.replacedBy === undefined ? undefined : assembly.findMeeting(body.slug, status.replacedBy);
  const replacedBy =
    other === undefined
      ? { value: formatDate(status.replacedBy ?? '') }
      : { value: formatMeetingDay(other), href: assembly.href(meetingAddress(other)) };
  return {
    text: (assembly.isToCome(meeting.date) ? comingWords : heldWords)[status.word],
    ...(status.because === undefined ? {} : { because: status.because }),
    ...(status.replacedBy === undefined
      ? {}
      : { replacedBy: { name: replacements[status.word], ...replacedBy } }),
  };
}

const replacements = {
  cancelled: 'It is replaced by the meeting of',
  postponed: 'It is replaced by the meeting of',
  inquorate: 'It is replaced by the meeting of',
  adjourned: 'It goes on at the meeting of',
} as const;

/** The meetings that this one is held instead of, or goes on with. */
export function replacedMeetings(assembly: Assembly, meeting: PublicMeeting): FactProps[] {
  return assembly.meetingsReplacedBy(meeting).flatMap((other) => {
    const status = other.agenda?.status;
    if (status === undefined) return [];
    const name = status.word === 'adjourned' ? 'Goes on from' : 'Held instead of';
    const href = assembly.href(meetingAddress(other));
    return [{ name, value: `${formatMeetingDay(other)} (${status.word})`, href }];
  });
}

/** What is said where a meeting is past and has no minutes here; nothing where there can be none. */
export function missingMinutes(
  assembly: Assembly,
  body: PublicBodyHead,
  { date, minutes, agenda }: PublicMeeting,
): { readonly state: string; readonly text: string } | undefined {
  const word = agenda?.status?.word;
  if (minutes !== undefined || assembly.isToCome(date) || word === 'cancelled' || word === 'postponed')
    return undefined;
  const called = body.minutesCalled;
  // Minutes are agreed at the next meeting; after a year nobody should be told to wait for them.
  return assembly.isLongPast(date)
    ? { state: `No ${called} published`, text: `No ${called} of this meeting are published here.` }
    : {
        state: `${capitalise(called)} not yet published`,
        text: `The ${called} of this meeting are not yet published.`,
      };
}

/** A time in the site's one form. */
export function timeInWords(typed: string | undefined): string | undefined {
  return typed === undefined ? undefined : formatTime(typed);
}

/** A value that is an address of the web as a whole can be followed. */
function linkWithin(value: string): { href?: string } {
  return /^https?:\/\/\S+$/.test(value) ? { href: value } : {};
}
