import type { MinuteBlock, Publication, PublicMeeting } from '../model/publication.ts';

/** How much of everything a publication holds. */
export interface PublicationCounts {
  readonly bodies: number;
  readonly meetings: number;
  readonly papers: number;
  readonly items: number;
  readonly resolutions: number;
}

/** Counts a publication. Items are those of agendas, and of minutes where no agenda is held; open and restricted alike. */
export function countPublication(publication: Publication): PublicationCounts {
  const meetings = publication.bodies.flatMap((body) => body.meetings);
  return {
    bodies: publication.bodies.length,
    meetings: meetings.length,
    papers: meetings.reduce(
      (sum, meeting) =>
        sum +
        meeting.reports.length +
        meeting.supplements.length +
        Number(meeting.agenda !== undefined) +
        Number(meeting.minutes !== undefined),
      0,
    ),
    items: meetings.reduce(
      (sum, meeting) =>
        sum +
        (meeting.agenda?.parts.flatMap((part) => part.items).length ?? meeting.minutes?.minutes.length ?? 0),
      0,
    ),
    resolutions: countResolutions(meetings),
  };
}

/** Counts the public resolutions of meetings. */
export function countResolutions(meetings: readonly PublicMeeting[]): number {
  const minutes = meetings.flatMap((meeting) => meeting.minutes?.minutes ?? []);
  const isResolution = (block: MinuteBlock): boolean => block.kind === 'resolution';
  return minutes.flatMap((minute) => minute.text).filter(isResolution).length;
}
