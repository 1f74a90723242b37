import type { PublicBodyHead, PublicMeeting, PublicMinutes } from '../model/publication.ts';
import type { Assembly } from './assembly.ts';
import { formatDate } from './format-date.ts';
import { missingMinutes } from './meeting-facts.ts';
import { capitalise } from './phrase.ts';

/** How far a meeting and its papers have come, in words; the tone is a colour of the tag and says nothing by itself. */
export type MeetingState = { readonly text: string; readonly tone: 'blue' | 'grey' };

/** The states of a meeting that a reader asks for: is it to be held, are its papers there, are its minutes agreed. */
export function meetingStates(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): readonly MeetingState[] {
  const { agenda, minutes } = meeting;
  // What became of it stands over its page in a sentence.
  if (agenda?.status !== undefined) return [];
  if (minutes !== undefined) return [{ text: stateOfMinutes(assembly, body, minutes), tone: 'grey' }];
  const missing = missingMinutes(assembly, body, meeting);
  const isToCome = assembly.isToCome(meeting.date);
  return [
    ...(isToCome ? [{ text: 'Scheduled', tone: 'blue' } as const] : []),
    ...(agenda === undefined ? [] : [{ text: 'Agenda published', tone: 'grey' } as const]),
    ...(missing === undefined ? [] : [{ text: missing.state, tone: 'grey' } as const]),
  ];
}

/** Shorter than the sentence over the minutes themselves: that nothing is recorded is said there. */
function stateOfMinutes(assembly: Assembly, body: PublicBodyHead, minutes: PublicMinutes): string {
  const called = body.minutesCalled;
  if (minutes.status === 'draft') return `Draft ${called} published`;
  if (minutes.status !== 'approved') return `${capitalise(called)} published`;
  const slug = minutes.approved?.meeting;
  const date = slug === undefined ? undefined : (assembly.findMeeting(body.slug, slug)?.date ?? slug);
  return `${capitalise(called)} agreed${date === undefined ? '' : ` on ${formatDate(date)}`}`;
}
