import type { LinkedAttachment } from '../model/linked.ts';
import type { BodyFrontMatter } from '../model/front-matter/body.ts';
import type { Problem } from '../model/problem.ts';
import type { PublicMeeting } from '../model/publication.ts';
import { open } from '../model/sealed.ts';
import type { ValidMeeting } from '../model/valid.ts';
import type { WithheldPiece } from '../model/withheld.ts';
import type { LinkElsewhere, PublicTargets } from './check-links.ts';
import { decideAccess, type MeetingVerdict } from './decide-access.ts';
import { withholdMeeting } from './withhold-meeting.ts';

/** What became of one meeting, by its own papers alone. */
export interface SplitMeeting {
  readonly body: string;
  readonly slug: string;
  /** Absent when nothing of it is public. */
  readonly meeting?: PublicMeeting;
  readonly pieces: readonly WithheldPiece[];
  /** Attachments that public papers link, to be looked into before they are published. */
  readonly linked: readonly LinkedAttachment[];
  /** Resolutions that the minutes hold, to be counted against those published and those withheld. */
  readonly resolutionsRead: number;
  /** File names, without `.md`, of its papers that are public. */
  readonly publicPapers: readonly string[];
  /** Links of its public papers to papers of other meetings: whether those are public is for `settleLinks` to find. */
  readonly elsewhere: readonly LinkElsewhere[];
  readonly problems: readonly Problem[];
  /** The first day, `yyyy-mm-dd`, on which the same papers are split otherwise; absent where no paper waits for its day. */
  readonly unchangedUntil?: string;
}

/** What a split needs beside the papers. */
export interface SplitOptions {
  /** The build's date, `yyyy-mm-dd`. */
  readonly date: string;
  readonly nextCanary: () => string;
}

/** Splits one meeting into what is public and what is withheld. Pure: the same papers, date and canaries, the same result. */
export function splitMeeting(
  body: BodyFrontMatter,
  meeting: ValidMeeting,
  { date, nextCanary }: SplitOptions,
): SplitMeeting {
  const problems: Problem[] = [];
  const elsewhere: LinkElsewhere[] = [];
  const verdict = decideAccess(body, meeting, date, problems);
  const publicPapers = publicNames(meeting, verdict);
  const targets: PublicTargets = {
    isPublicPaper: (link) => {
      if (link.body === meeting.body && link.meeting === meeting.slug)
        return publicPapers.includes(link.name);
      elsewhere.push(link);
      return true;
    },
  };
  const { slug } = meeting;
  const split = withholdMeeting(body, meeting, verdict, { targets, nextCanary, problems });
  const unchangedUntil = findNextPublished(meeting, date);
  return {
    ...split,
    ...{ body: meeting.body, slug, publicPapers, elsewhere, problems },
    ...(unchangedUntil === undefined ? {} : { unchangedUntil }),
  };
}

/** The first day after the build's on which one of the papers is to be published, whether or not it is restricted. */
function findNextPublished(
  { agenda, minutes, reports, supplements }: ValidMeeting,
  date: string,
): string | undefined {
  return [agenda ?? [], minutes ?? [], reports, supplements]
    .flat()
    .flatMap(
      ({ content }) =>
        open<{ readonly frontMatter: { readonly published?: string | undefined } }>(content).frontMatter
          .published ?? [],
    )
    .filter((published) => published !== 'not-recorded' && published > date)
    .sort()[0];
}

function publicNames(
  { agenda, minutes, reports, supplements }: ValidMeeting,
  { papers }: MeetingVerdict,
): readonly string[] {
  return [agenda ?? [], minutes ?? [], reports, supplements]
    .flat()
    .filter(({ file }) => !papers.has(file))
    .map(({ name }) => name);
}
