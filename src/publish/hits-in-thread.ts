import { openPrints, type PrintRows } from '../audit/print-rows.ts';
import type { PublicMeeting } from '../model/publication.ts';
import { findHitsOfMeeting, type MeetingHits } from './hits-of-meeting.ts';

/** What threads that look through public texts have in common. */
export interface HitsSettings {
  readonly key: Uint8Array;
  readonly prints: PrintRows;
}

/** Looks through the public texts of meetings in a thread of its own. */
export function createAnswerer({ key, prints }: HitsSettings): (meeting: PublicMeeting) => MeetingHits {
  const opened = openPrints(key, prints);
  return (meeting) => findHitsOfMeeting(opened, meeting);
}
