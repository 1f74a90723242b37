import type { PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import type { Assembly } from './assembly.ts';
import { formatDate } from './format-date.ts';
import type { DecisionsProps } from './meeting-decisions.ts';
import { meetingStatus, missingMinutes } from './meeting-facts.ts';
import { isSameCode } from './papers-of-item.ts';

/** What stands where a report's decision would: under which heading, and why there is none to read. */
export type NotDecided = { readonly heading: string; readonly text: string };

/** Why nothing can be read of what was decided on a report; nothing where a decision can, or where nobody can know. */
export function notDecided(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  code: string | undefined,
  decided: readonly DecisionsProps[],
): NotDecided | undefined {
  if (decided.some(({ decisions }) => decisions.length > 0)) return undefined;
  const { minutes, date } = meeting;
  if (minutes === undefined) {
    const status = meetingStatus(assembly, body, meeting);
    if (status !== undefined) return { heading: 'What was decided', text: status.text };
    if (assembly.isToCome(date))
      return { heading: 'What happens next', text: `To be considered on ${formatDate(date)}.` };
    const missing = missingMinutes(assembly, body, meeting);
    return missing === undefined ? undefined : { heading: 'What was decided', text: missing.text };
  }
  // A minute that is withheld is not spoken of, and one that no number names is not found.
  const own = minutes.minutes.filter((minute) => isSameCode(minute.code, code));
  if (code === undefined || own.some(({ access }) => access === 'withheld')) return undefined;
  const called = body.minutesCalled;
  return {
    heading: 'What was decided',
    text:
      own.length === 0
        ? `The ${called} of this meeting do not mention item ${code}.`
        : `The ${called} record no decision on this item.`,
  };
}
