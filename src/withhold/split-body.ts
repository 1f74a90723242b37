import type { Problem } from '../model/problem.ts';
import type { PublicBodyHead } from '../model/publication.ts';
import type { ValidBody } from '../model/valid.ts';
import type { WithheldPiece } from '../model/withheld.ts';
import { checkLinks, type LinkElsewhere } from './check-links.ts';
import { checkSummaries } from './check-summaries.ts';
import { cutWhole } from './cut-markdown.ts';
import { makeContactPublic, makePublic, makePublicIfAny, withoutAbsent } from './make-public.ts';
import { prepareBody } from './prepare-paper.ts';
import { restrictedNotice } from './publish-agenda.ts';

/** What became of a body's own page. */
export interface SplitBody {
  readonly head: PublicBodyHead;
  /** Comments in it. */
  readonly pieces: readonly WithheldPiece[];
  /** As in `SplitMeeting`. */
  readonly elsewhere: readonly LinkElsewhere[];
  readonly problems: readonly Problem[];
}

/** A body without its meetings. */
export type ValidBodyHead = Omit<ValidBody, 'meetings'>;

/** Makes the page of a body public, which it is as a whole but for its comments. Pure. */
export function splitBody(body: ValidBodyHead): SplitBody {
  const problems: Problem[] = [];
  const elsewhere: LinkElsewhere[] = [];
  const { paper, comments } = prepareBody(body, problems);
  const targets = { isPublicPaper: (link: LinkElsewhere) => elsewhere.push(link) > 0 };
  checkLinks(paper, { body: body.slug }, targets, problems);
  checkSummaries(paper, new Set(), problems);
  const { frontMatter } = body;
  const head: PublicBodyHead = {
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
  };
  return { head, pieces: comments, elsewhere, problems };
}
