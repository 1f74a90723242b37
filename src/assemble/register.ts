import type { Publication, PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import type { Outcome } from '../model/vocabulary.ts';
import type { AnchoredDecision, AnchoredMinute } from './anchor-minutes.ts';
import { anchorMinutes, decisionsOf } from './anchor-minutes.ts';

/** A resolution and where it was taken. */
export interface RegisterEntry {
  readonly body: PublicBodyHead;
  readonly meeting: PublicMeeting;
  readonly minute: AnchoredMinute;
  readonly resolution: AnchoredDecision;
  /** What it did, each once; that it did something else says nothing. */
  readonly outcomes: readonly Outcome[];
  /** Its number among the resolutions of its meeting, from 0. */
  readonly place: number;
}

/** Every public resolution, newest meeting first, within a meeting in the order of its minutes. Recommendations and actions are none. */
export function listResolutions(publication: Publication): RegisterEntry[] {
  const entries = publication.bodies.flatMap((body) =>
    body.meetings.flatMap((meeting) => entriesOf(body, meeting)),
  );
  // The sort is stable: bodies stay in their order on a day that two of them met.
  return entries.sort((first, second) => compareDescending(first.meeting.date, second.meeting.date));
}

/** The year that a resolution was taken in. */
export function yearOf(entry: { readonly meeting: { readonly date: string } }): string {
  return entry.meeting.date.slice(0, 4);
}

/** The resolutions of one meeting, in the order of its minutes. */
export function entriesOf(body: PublicBodyHead, meeting: PublicMeeting): RegisterEntry[] {
  if (meeting.minutes === undefined) return [];
  return anchorMinutes(meeting.minutes)
    .flatMap((minute) =>
      decisionsOf(minute)
        .filter(({ decision }) => decision.kind === 'resolution')
        .map((resolution) => ({ minute, resolution })),
    )
    .map(({ minute, resolution }, place) => ({
      ...{ body, meeting, minute, resolution, place },
      outcomes: outcomesOf(resolution),
    }));
}

function outcomesOf({ decision }: AnchoredDecision): Outcome[] {
  return [...new Set(decision.outcomes)].filter((outcome) => outcome !== 'other');
}

function compareDescending(first: string, second: string): number {
  return first < second ? 1 : first > second ? -1 : 0;
}
