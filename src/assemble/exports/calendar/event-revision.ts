import type { PublicMeeting } from '../../../model/publication.ts';
import type { Assembly } from '../../assembly.ts';
import { dayOfPaper, recordedDay } from '../listed-papers.ts';

/** How often the event of a meeting has changed, and on which day last. */
export interface EventRevision {
  readonly sequence: number;
  /** `yyyy-mm-dd`. */
  readonly day: string;
}

const millisecondsOfDay = 24 * 60 * 60 * 1000;

/**
 * Numbers the state of a meeting, so that a calendar which has it takes the change (SEQUENCE, RFC 5545, section 3.8.7.4). A site keeps
 * no count of builds; what makes an event change is counted instead, none of which is taken back: an agenda, a supplement,
 * that it is not held as planned, what replaces it, minutes. The last day on which one of its papers is recorded to have
 * come out counts in days, so that an agenda published anew is a change too.
 */
export function eventRevision(
  assembly: Pick<Assembly, 'notAfterBuild'>,
  meeting: PublicMeeting,
): EventRevision {
  const { agenda, minutes, supplements } = meeting;
  const papers = [agenda, ...supplements, minutes].filter((paper) => paper !== undefined);
  const last = papers
    .flatMap(({ published }) => recordedDay(published) ?? [])
    .sort()
    .at(-1);
  const status = [agenda?.status, agenda?.status?.replacedBy].filter((word) => word !== undefined);
  const days = last === undefined ? 0 : Date.parse(last) / millisecondsOfDay;
  return {
    sequence: days + papers.length + status.length,
    day: dayOfPaper(assembly, last, meeting),
  };
}
