import type { PublicBodyHead, PublicMeeting, PublicMinutes } from '../model/publication.ts';
import { meetingAddress, minutesAddress } from './addresses.ts';
import type { Assembly } from './assembly.ts';
import { formatDate } from './format-date.ts';
import { capitalise } from './phrase.ts';

/** How far the minutes have come, and what was changed in them. */
export type MinutesStatus = {
  readonly text: string;
  /** The minutes that say so. */
  readonly href?: string;
  readonly amendments: readonly string[];
};

/** Draft, agreed and when, or that the record does not say; nothing where the minutes say nothing themselves. */
export function minutesStatus(
  assembly: Assembly,
  body: PublicBodyHead,
  minutes: PublicMinutes,
): MinutesStatus | undefined {
  const { amendments } = minutes;
  const called = body.minutesCalled;
  if (minutes.status === undefined)
    return amendments.length === 0 ? undefined : { text: `Amended ${called}`, amendments };
  switch (minutes.status) {
    case 'draft':
      return { ...unsettled(assembly, body, minutes, `Draft ${called}, not yet agreed`), amendments };
    case 'not-recorded': {
      const text = `It is not recorded whether these ${called} were agreed`;
      return { ...unsettled(assembly, body, minutes, text), amendments };
    }
    case 'approved':
      return { ...agreed(assembly, body, minutes), amendments };
  }
}

/** Where an agenda has the minutes as a paper, it says when they are or were to be agreed: a fact, and no more than that. */
function unsettled(
  assembly: Assembly,
  body: PublicBodyHead,
  minutes: PublicMinutes,
  text: string,
): { text: string; href?: string } {
  const next = assembly.findMeetingThatAgrees(minutes.file);
  if (next === undefined) return { text };
  const when = formatDate(next.date);
  const isToCome = assembly.isToCome(next.date);
  return {
    text: isToCome
      ? `Draft ${body.minutesCalled}, to be agreed on ${when}`
      : `${text}; they were put to the meeting of ${when}`,
    href: assembly.href(meetingAddress(next)),
  };
}

function agreed(
  assembly: Assembly,
  body: PublicBodyHead,
  minutes: PublicMinutes,
): { text: string; href?: string } {
  const { meeting: slug, minute } = minutes.approved ?? {};
  const meeting: PublicMeeting | undefined =
    slug === undefined ? undefined : assembly.findMeeting(body.slug, slug);
  const when = slug === undefined ? '' : ` on ${formatDate(meeting?.date ?? slug)}`;
  const where =
    minute === undefined ? '' : ` (${body.minutesCalled === 'notes' ? 'note' : 'minute'} ${minute})`;
  const changed =
    minutes.amendments.length === 0
      ? ''
      : minutes.amendments.length === 1
        ? ', with one amendment'
        : ', with amendments';
  return {
    text: `${capitalise(body.minutesCalled)} agreed${when}${where}${changed}`,
    ...(meeting?.minutes === undefined ? {} : { href: assembly.href(minutesAddress(meeting)) }),
  };
}
