import type { PublicBody, PublicMeeting } from '../model/publication.ts';
import type { MeetingKey } from './addresses.ts';
import { itemsOf } from './papers-of-item.ts';

/** When a meeting was, and where its page is. */
export type MeetingDay = Pick<PublicMeeting, 'body' | 'slug' | 'date'>;

/** Finders of the meetings of one body that have to do with another. */
export interface MeetingFinder {
  readonly neighboursOf: (meeting: MeetingKey) => {
    readonly before?: MeetingDay;
    readonly after?: MeetingDay;
  };
  /** Meetings that are held instead of, or go on with, this one, the newest first. */
  readonly meetingsReplacedBy: (meeting: MeetingKey) => readonly PublicMeeting[];
  /** The first later meeting whose agenda has these minutes as a paper: `minutesFile` is their file. */
  readonly findMeetingThatAgrees: (minutesFile: string) => MeetingDay | undefined;
}

interface Found {
  readonly neighbours: ReadonlyMap<string, ReturnType<MeetingFinder['neighboursOf']>>;
  readonly replaced: ReadonlyMap<string, readonly PublicMeeting[]>;
  readonly agreeing: ReadonlyMap<string, MeetingDay>;
}

/** While a site is served, the meetings of one body change and the others are the very same. */
const known = new WeakMap<PublicBody, Found>();

/** Makes the finders once, so that the meetings of a body are not searched again for each of them. */
export function createMeetingFinder(bodies: readonly PublicBody[]): MeetingFinder {
  const found = new Map(
    bodies.map((body) => {
      const ofBody = known.get(body) ?? findInBody(body);
      known.set(body, ofBody);
      return [body.slug, ofBody];
    }),
  );
  return {
    neighboursOf: ({ body, slug }) => found.get(body)?.neighbours.get(slug) ?? {},
    meetingsReplacedBy: ({ body, slug }) => found.get(body)?.replaced.get(slug) ?? [],
    findMeetingThatAgrees: (minutesFile) => {
      for (const { agreeing } of found.values()) {
        const day = agreeing.get(minutesFile);
        if (day !== undefined) return day;
      }
      return undefined;
    },
  };
}

function findInBody({ meetings }: PublicBody): Found {
  const neighbours = new Map<string, { before?: MeetingDay; after?: MeetingDay }>();
  const replaced = new Map<string, PublicMeeting[]>();
  const agreeing = new Map<string, MeetingDay>();
  const listing = listMinutesOnAgendas(meetings);
  const places = new Map(meetings.map((meeting, place) => [meeting, place]));
  meetings.forEach((meeting, place) => {
    const [before, after] = [meetings[place + 1], meetings[place - 1]];
    neighbours.set(meeting.slug, {
      ...(before === undefined ? {} : { before: dayOf(before) }),
      ...(after === undefined ? {} : { after: dayOf(after) }),
    });
    const other = meeting.agenda?.status?.replacedBy;
    if (other !== undefined) addTo(replaced, other, meeting);
    const later = listing.get(meeting.slug)?.findLast((other) => places.get(other)! < place);
    if (meeting.minutes !== undefined && later !== undefined)
      agreeing.set(meeting.minutes.file, dayOf(later));
  });
  return { neighbours, replaced, agreeing };
}

/** The day alone: pages would otherwise depend on every word of the meetings beside theirs. */
function dayOf({ body, slug, date }: PublicMeeting): MeetingDay {
  return { body, slug, date };
}

/** By a meeting's folder, the meetings whose agenda has its minutes as a paper, in the order of the body. */
function listMinutesOnAgendas(meetings: readonly PublicMeeting[]): ReadonlyMap<string, PublicMeeting[]> {
  const listing = new Map<string, PublicMeeting[]>();
  for (const meeting of meetings) {
    const named = itemsOf(meeting)
      .flatMap((item) => (item.access === 'open' ? item.papers : []))
      .flatMap((paper) => (paper.kind === 'paper' && paper.name === 'minutes' ? [paper.meeting] : []));
    for (const other of new Set(named)) addTo(listing, other, meeting);
  }
  return listing;
}

function addTo(lists: Map<string, PublicMeeting[]>, key: string, meeting: PublicMeeting): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [meeting]);
  else list.push(meeting);
}
