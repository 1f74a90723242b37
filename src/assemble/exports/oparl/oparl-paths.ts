import type { MeetingKey } from '../../addresses.ts';
import { meetingId } from '../export-addresses.ts';

/** The document of a meeting, which holds all that belongs to it. */
export function meetingPath(meeting: MeetingKey): string {
  return `meeting/${meetingId(meeting)}`;
}

/** Something in the document of a meeting: `meeting/parish-council/2021-11-18#agenda-item-b2`. */
export function pathInMeeting(
  meeting: MeetingKey,
  kind: 'agenda-item' | 'paper' | 'file' | 'attachment' | 'consultation' | 'location',
  name?: string,
): string {
  return `${meetingPath(meeting)}#${kind}${name === undefined ? '' : `-${encodeURIComponent(name)}`}`;
}

/** The document of a body, an Organization in OParl, which holds its members. */
export function organizationPath(body: string): string {
  return `organization/${body}`;
}
