import type { LinkedAttachment } from '../model/linked.ts';
import { compareText, problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Publication, PublicBody, PublicMeeting } from '../model/publication.ts';
import { seal } from '../model/sealed.ts';
import type { ValidBody } from '../model/valid.ts';
import type { Withheld, WithheldPiece } from '../model/withheld.ts';
import { decideAccess } from './decide-access.ts';
import type { MeetingVerdict } from './decide-access.ts';
import { makeContactPublic, makePublic, makePublicIfAny, withoutAbsent } from './make-public.ts';
import { cutWhole } from './cut-markdown.ts';
import type { CuttablePaper } from './cut-markdown.ts';
import { prepareBody } from './prepare-paper.ts';
import { checkLinks } from './check-links.ts';
import { checkSummaries } from './check-summaries.ts';
import type { PublicTargets } from './check-links.ts';
import { restrictedNotice } from './publish-agenda.ts';
import { withholdMeeting } from './withhold-meeting.ts';

/** What the withhold stage makes of the content. */
export interface WithholdResult {
  readonly publication: Publication;
  readonly withheld: Withheld;
  /** Attachments that public papers link, to be looked into before they are published. */
  readonly linked: readonly LinkedAttachment[];
  readonly problems: readonly Problem[];
  /** Resolutions that the minutes hold, to be counted against those published and those withheld. */
  readonly resolutionsRead: number;
  /** The same meeting by meeting, for a later build to know what it may keep. */
  readonly meetings: readonly SplitMeeting[];
}

/** What became of one meeting. */
export interface SplitMeeting {
  readonly body: string;
  readonly slug: string;
  /** Absent when nothing of it is public. */
  readonly meeting?: PublicMeeting;
  readonly pieces: readonly WithheldPiece[];
  readonly linked: readonly LinkedAttachment[];
  readonly resolutionsRead: number;
  /** File names, without `.md`, of its papers that are public. */
  readonly publicPapers: readonly string[];
  /** What was asked about papers of other meetings (`body/meeting/name`), and whether they are public. */
  readonly asked: readonly (readonly [paper: string, isPublic: boolean])[];
}

/** What a split needs beside the content. */
export interface WithholdOptions {
  /** The build's date, `yyyy-mm-dd`. */
  readonly date: string;
  readonly nextCanary: () => string;
  /** Whether a paper is public of a meeting that is not in the content, since a build before has judged it. */
  readonly isPublicElsewhere?: PublicTargets['isPublicPaper'];
}

/**
 * Splits valid content into the publication and what is withheld: the only place that makes one from the other. Pure:
 * the same content, date and canaries give the same result. In doubt it withholds and adds a problem.
 */
export function withhold(bodies: readonly ValidBody[], options: WithholdOptions): WithholdResult {
  const problems: Problem[] = [];
  const split: SplitMeeting[] = [];
  const comments: WithheldPiece[] = [];
  const canaries: string[] = [];
  const nextCanary = (): string => {
    const canary = options.nextCanary();
    canaries.push(canary);
    return canary;
  };
  const verdicts = new Map<string, MeetingVerdict>();
  for (const body of bodies) {
    for (const meeting of body.meetings) {
      verdicts.set(
        `${body.slug}/${meeting.slug}`,
        decideAccess(body.frontMatter, meeting, options.date, problems),
      );
    }
  }
  const names = publicNames(bodies, verdicts);
  const targets = publicTargets(names, options.isPublicElsewhere);
  const published = bodies.map((body): PublicBody => {
    const meetings = body.meetings.flatMap((meeting) => {
      const verdict = verdicts.get(`${body.slug}/${meeting.slug}`)!;
      const asked = new Map<string, boolean>();
      const context = { targets: writeDownQuestions(targets, meeting, asked), nextCanary, problems };
      const result = withholdMeeting(body.frontMatter, meeting, verdict, context);
      const publicPapers = names.get(`${body.slug}/${meeting.slug}`)!;
      split.push({ ...result, body: body.slug, slug: meeting.slug, publicPapers, asked: [...asked] });
      return result.meeting ?? [];
    });
    meetings.sort(compareMeetings);
    const about = prepareBody(body, problems);
    comments.push(...about.comments);
    checkLinks(about.paper, { body: body.slug }, targets, problems);
    checkSummaries(about.paper, new Set(), problems);
    return publishBody(body, about.paper, meetings);
  });
  published.sort(compareBodies);
  return {
    publication: { date: options.date, bodies: published },
    withheld: {
      pieces: [...split.flatMap(({ pieces }) => pieces), ...comments],
      canaries: seal(canaries),
    },
    linked: split.flatMap(({ linked }) => linked),
    problems,
    resolutionsRead: split.reduce((sum, each) => sum + each.resolutionsRead, 0),
    meetings: split,
  };
}

function publishBody(body: ValidBody, paper: CuttablePaper, meetings: PublicBody['meetings']): PublicBody {
  const { frontMatter } = body;
  return {
    slug: body.slug,
    title: makePublic(frontMatter.title),
    about: cutWhole(paper),
    minutesCalled: frontMatter.minutes_called ?? 'minutes',
    restrictedNotice: makePublic(frontMatter.restricted_notice ?? restrictedNotice),
    members: (frontMatter.members ?? []).map((member) => ({
      name: makePublic(member.name),
      ...withoutAbsent({
        also: makePublicIfAny(member.also),
        for: makePublicIfAny(member.for),
        role: makePublicIfAny(member.role),
        from: member.from,
        to: member.to,
      }),
    })),
    partners: (frontMatter.partners ?? []).map(makePublic),
    ...withoutAbsent({
      contact: frontMatter.contact === undefined ? undefined : makeContactPublic(frontMatter.contact),
      openNotice: makePublicIfAny(frontMatter.open_notice),
      partOf: makePublicIfAny(frontMatter.part_of),
      formerly: makePublicIfAny(frontMatter.formerly),
    }),
    meetings,
  };
}

/** The order of a body's meetings: the newest first. */
export function compareMeetings(first: MeetingOrder, second: MeetingOrder): number {
  return compareText(second.date, first.date) || compareText(first.slug, second.slug);
}

type MeetingOrder = Pick<PublicMeeting, 'date' | 'slug'>;

function compareBodies(first: PublicBody, second: PublicBody): number {
  return compareText(first.title, second.title) || compareText(first.slug, second.slug);
}

/** By meeting, the names of its papers that are public. */
function publicNames(
  bodies: readonly ValidBody[],
  verdicts: ReadonlyMap<string, MeetingVerdict>,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const { slug, meetings } of bodies) {
    for (const { slug: meeting, agenda, minutes, reports, supplements } of meetings) {
      const { papers } = verdicts.get(`${slug}/${meeting}`)!;
      const all = [agenda ?? [], minutes ?? [], reports, supplements].flat();
      names.set(
        `${slug}/${meeting}`,
        all.filter(({ file }) => !papers.has(file)).map(({ name }) => name),
      );
    }
  }
  return names;
}

function publicTargets(
  names: ReadonlyMap<string, readonly string[]>,
  isPublicElsewhere: PublicTargets['isPublicPaper'] = () => false,
): PublicTargets {
  return {
    isPublicPaper: (body, meeting, name) =>
      names.get(`${body}/${meeting}`)?.includes(name) ?? isPublicElsewhere(body, meeting, name),
  };
}

/** The same targets, but that what is asked about other meetings is written down. */
function writeDownQuestions(
  targets: PublicTargets,
  own: { readonly body: string; readonly slug: string },
  asked: Map<string, boolean>,
): PublicTargets {
  return {
    isPublicPaper: (body, meeting, name) => {
      const isPublic = targets.isPublicPaper(body, meeting, name);
      if (body !== own.body || meeting !== own.slug) asked.set(`${body}/${meeting}/${name}`, isPublic);
      return isPublic;
    },
  };
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
