import type { LinkedAttachment } from '../model/linked.ts';
import { compareText, problemAt } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Publication, PublicBody } from '../model/publication.ts';
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
}

/**
 * Splits valid content into the publication and what is withheld: the only place that makes one from the other. Pure:
 * the same content, date and canaries give the same result. In doubt it withholds and adds a problem.
 */
export function withhold(
  bodies: readonly ValidBody[],
  options: { readonly date: string; readonly nextCanary: () => string },
): WithholdResult {
  const problems: Problem[] = [];
  const pieces: WithheldPiece[] = [];
  const linked: LinkedAttachment[] = [];
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
  const targets = publicTargets(bodies, verdicts);
  let resolutionsRead = 0;
  const published = bodies.map((body): PublicBody => {
    const meetings = body.meetings.flatMap((meeting) => {
      const verdict = verdicts.get(`${body.slug}/${meeting.slug}`)!;
      const result = withholdMeeting(body.frontMatter, meeting, verdict, { targets, nextCanary, problems });
      pieces.push(...result.pieces);
      linked.push(...result.linked);
      resolutionsRead += result.resolutionsRead;
      return result.meeting ?? [];
    });
    meetings.sort(
      (first, second) => compareText(second.date, first.date) || compareText(first.slug, second.slug),
    );
    const about = prepareBody(body, problems);
    pieces.push(...about.comments);
    checkLinks(about.paper, { body: body.slug }, targets, problems);
    checkSummaries(about.paper, new Set(), problems);
    return publishBody(body, about.paper, meetings);
  });
  published.sort(
    (first, second) => compareText(first.title, second.title) || compareText(first.slug, second.slug),
  );
  return {
    publication: { date: options.date, bodies: published },
    withheld: { pieces, canaries: seal(canaries) },
    linked,
    problems,
    resolutionsRead,
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

function publicTargets(
  bodies: readonly ValidBody[],
  verdicts: ReadonlyMap<string, MeetingVerdict>,
): PublicTargets {
  return {
    isPublicPaper: (bodySlug, meetingSlug, name) => {
      const meeting = bodies
        .find((body) => body.slug === bodySlug)
        ?.meetings.find((candidate) => candidate.slug === meetingSlug);
      if (meeting === undefined) return false;
      const verdict = verdicts.get(`${bodySlug}/${meetingSlug}`)!;
      const papers = [
        meeting.agenda ?? [],
        meeting.minutes ?? [],
        meeting.reports,
        meeting.supplements,
      ].flat();
      return papers.some((paper) => paper.name === name && !verdict.papers.has(paper.file));
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
