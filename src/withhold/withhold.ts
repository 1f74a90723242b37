import type { LinkedAttachment } from '../model/linked.ts';
import { compareText, problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Publication, PublicBody, PublicBodyHead, PublicMeeting } from '../model/publication.ts';
import { seal } from '../model/sealed.ts';
import type { ValidBody } from '../model/valid.ts';
import type { Withheld } from '../model/withheld.ts';
import { orderMeetings } from './order-meetings.ts';
import { settleLinks } from './settle-links.ts';
import { splitBody } from './split-body.ts';
import { splitMeeting, type SplitOptions } from './split-meeting.ts';

/** What the withhold stage makes of the content. */
export interface WithholdResult {
  readonly publication: Publication;
  readonly withheld: Withheld;
  /** Attachments that public papers link, to be looked into before they are published. */
  readonly linked: readonly LinkedAttachment[];
  readonly problems: readonly Problem[];
  /** Resolutions that the minutes hold, to be counted against those published and those withheld. */
  readonly resolutionsRead: number;
}

/**
 * Splits valid content into the publication and what is withheld: the only place that makes one from the other. Pure:
 * the same content, date and canaries give the same result. In doubt it withholds and adds a problem.
 */
export function withhold(bodies: readonly ValidBody[], options: SplitOptions): WithholdResult {
  const canaries: string[] = [];
  const nextCanary = (): string => {
    const canary = options.nextCanary();
    canaries.push(canary);
    return canary;
  };
  const splitBodies = bodies.map((body) => ({
    ...splitBody(body),
    meetings: body.meetings.map((meeting) =>
      splitMeeting(body.frontMatter, meeting, { ...options, nextCanary }),
    ),
  }));
  const meetings = splitBodies.flatMap((body) => body.meetings);
  const all = [...meetings, ...splitBodies];
  return {
    publication: joinPublication(
      options.date,
      splitBodies.map((body) => ({
        head: body.head,
        meetings: body.meetings.flatMap(({ meeting }) => meeting ?? []),
      })),
    ),
    withheld: { pieces: all.flatMap(({ pieces }) => pieces), canaries: seal(canaries) },
    linked: meetings.flatMap(({ linked }) => linked),
    problems: [
      ...all.flatMap(({ problems }) => problems),
      ...settleLinks(
        all.flatMap(({ elsewhere }) => elsewhere),
        meetings,
      ),
    ],
    resolutionsRead: meetings.reduce((sum, each) => sum + each.resolutionsRead, 0),
  };
}

/** Puts what is public of bodies and their meetings into the order of a publication. */
export function joinPublication(
  date: string,
  bodies: readonly { readonly head: PublicBodyHead; readonly meetings: readonly PublicMeeting[] }[],
): Publication {
  const published = bodies.map(({ head, meetings }): PublicBody => ({
    ...head,
    meetings: orderMeetings(meetings),
  }));
  return { date, bodies: published.sort(compareBodies) };
}

function compareBodies(first: PublicBody, second: PublicBody): number {
  return compareText(first.title, second.title) || compareText(first.slug, second.slug);
}

/** The problem of a count that does not come out: a resolution was read and is neither published nor withheld, or the other way about. */
export function countProblem(read: number, published: number, withheld: number): Problem | undefined {
  if (read === published + withheld) return undefined;
  return problemAt(
    { file: 'content', line: 1, column: 1 },
    'resolutions-count',
    `${read} resolutions were read, ${published} would be published and ${withheld} withheld; the sum does not come out.`,
    'See whether a resolution stands where it can be read only in part, such as across the border of a passage; if not, report this as an error of Minutebook.',
  );
}
