import type { PublicBodyHead, PublicMeeting } from '../../../model/publication.ts';
import type { Assembly } from '../../assembly.ts';
import { jsonLines } from '../json-lines.ts';
import { oparlMeeting } from './oparl-meeting.ts';
import { withoutInternal, type OparlObject, type Stamp } from './oparl-object.ts';
import { meetingPath } from './oparl-paths.ts';

/** The lists of OParl that a meeting has objects in. */
export const listsOfMeetings = [
  'meetings',
  'agenda-items',
  'papers',
  'consultations',
  'files',
  'locations',
] as const;

/** A meeting in the OParl export: its document, and its objects as lines of the lists. */
export interface OparlOfMeeting {
  /** Where the document stands. */
  readonly path: string;
  /** JSON. */
  readonly document: string;
  readonly lines: { readonly [list in (typeof listsOfMeetings)[number]]: readonly string[] };
  readonly stamp: Stamp;
}

/** Makes a meeting's part of the OParl export. */
export function oparlOfMeeting(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): OparlOfMeeting {
  const made = oparlMeeting(assembly, body, meeting);
  const lines = (objects: readonly OparlObject[]): string[] => jsonLines(objects.map(withoutInternal));
  return {
    path: meetingPath(meeting),
    document: JSON.stringify(made.meeting, null, 1),
    lines: {
      meetings: lines([made.meeting]),
      'agenda-items': lines(made.agendaItems),
      papers: lines(made.papers),
      consultations: lines(made.consultations),
      files: lines(made.files),
      locations: lines(made.locations),
    },
    stamp: made.stamp,
  };
}
