import { relative } from 'node:path';

/** A meeting by its folders. */
export interface MeetingFolder {
  readonly body: string;
  readonly slug: string;
}

/** In one step: git changes many, and then a build of the whole site is as fast. */
const mostMeetings = 8;

/**
 * The meetings in whose folders all of these paths are; undefined where one is elsewhere (a body's own page, a setting, a
 * template), or where they are many.
 */
export function meetingsOfPaths(
  content: string,
  paths: Iterable<string>,
): readonly MeetingFolder[] | undefined {
  const meetings = new Map<string, MeetingFolder>();
  for (const path of paths) {
    const [body, slug] = relative(content, path).split(/[/\\]/);
    if (body === undefined || slug === undefined || !isMeeting({ body, slug })) return undefined;
    meetings.set(`${body}/${slug}`, { body, slug });
  }
  return meetings.size > mostMeetings ? undefined : [...meetings.values()];
}

/** Whether folders are named as those of a meeting are. */
export function isMeeting({ body, slug }: MeetingFolder): boolean {
  return /^\d{4}-/.test(slug) && body !== '..';
}
