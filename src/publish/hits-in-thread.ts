import { openSharedPrints, type SharedPrints } from '../audit/shared-prints.ts';
import type { PublicMeeting } from '../model/publication.ts';
import { findHitsOfMeeting, type MeetingHits } from './hits-of-meeting.ts';

/** What threads that look through public texts have in common. */
export interface HitsSettings {
  readonly key: Uint8Array;
  readonly prints: SharedPrints;
}

/** Looks through the public texts of meetings in a thread of its own. */
export function createAnswerer({ key, prints }: HitsSettings): (meeting: PublicMeeting) => MeetingHits {
  const opened = openSharedPrints(key, prints);
  return (meeting) => findHitsOfMeeting(opened, meeting);
}
