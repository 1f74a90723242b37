import { joinPrints } from '../audit/print-rows.ts';
import { openSharedPrints, readyRowsOf, type SharedPrints } from '../audit/shared-prints.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';
import { countPublication } from '../ledger/count-publication.ts';
import { groupBy } from '../model/group-by.ts';
import type { Problem } from '../model/problem.ts';
import type { PublicAttachment, Publication } from '../model/publication.ts';
import type { WithheldNote } from '../model/withheld.ts';
import { judgeAttachments } from '../withhold/attachments/prepare-attachments.ts';
import { sealNotes } from '../withhold/plain-notes.ts';
import { settleLinks } from '../withhold/settle-links.ts';
import { countProblem, joinPublication } from '../withhold/withhold.ts';
import { digestOf, type BuildMemory } from './build-memory.ts';
import type { PrintsAhead } from './open-prints-ahead.ts';
import type { WithheldOfMeeting } from './split-meeting-files.ts';
import type { SplitPapers } from './split-papers.ts';

/** What a build knows of everything that it withheld: no text of it. */
export interface WithheldRecord {
  readonly notes: readonly WithheldNote[];
  readonly prints: WithheldPrints;
  /** Of `prints`: another one where anything else is withheld. */
  readonly digest: string;
  /** The secret that the prints were made with. */
  readonly key: Uint8Array;
}

/** The papers joined again after each meeting was split by itself. */
export interface JoinedSplit {
  readonly publication: Publication;
  readonly attachments: readonly PublicAttachment[];
  readonly withheld: WithheldRecord;
  /** By body and folder (`parish-council/2021-11-18`), the digest of all that a meeting was split from. */
  readonly digests: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * Joins meetings that were split one by one, and checks what none of them can know of another: that the papers it links are
 * public, that no attachment of it is withheld elsewhere, and that every resolution is published or withheld.
 */
export function joinSplit(
  { bodies, meetings, problems }: SplitPapers,
  { date, key }: { readonly date: string; readonly key: Uint8Array },
  memory?: BuildMemory,
  ahead?: PrintsAhead,
): JoinedSplit {
  const publication = publicationOf({ bodies, meetings }, date);
  const all = [...meetings, ...bodies];
  const digests = meetings.flatMap(({ withheld }) => withheld.digests);
  const judged = judgeAttachments(
    meetings.flatMap(({ attachments }) => attachments),
    digests,
  );
  const notes = sealNotes(all.flatMap(({ withheld }) => withheld.notes));
  const found = [
    ...problems,
    ...all.flatMap((each) => each.problems),
    ...settleLinks(
      all.flatMap(({ elsewhere }) => elsewhere),
      meetings,
    ),
    ...judged.problems,
  ];
  const miscounted = countProblem(
    meetings.reduce((sum, { resolutionsRead }) => sum + resolutionsRead, 0),
    countPublication(publication).resolutions,
    notes.reduce((sum, { resolutions }) => sum + resolutions, 0),
  );
  return {
    publication,
    attachments: judged.attachments,
    digests: new Map(meetings.map(({ body, slug, digest }) => [`${body}/${slug}`, digest])),
    withheld: { notes, key, ...joinOrRemember(key, all, memory, ahead) },
    // A problem in minutes may well be why a resolution is missing; alone, it would be a fault of ours.
    problems: found.length > 0 || miscounted === undefined ? found : [miscounted],
  };
}

/** What is public of the splits, in the order of a publication. */
export function publicationOf(
  { bodies, meetings }: Pick<SplitPapers, 'bodies' | 'meetings'>,
  date: string,
): Publication {
  const ofBodies = groupBy(meetings, ({ body }) => body);
  return joinPublication(
    date,
    bodies.map(({ head }) => ({
      head,
      meetings: (ofBodies.get(head.slug) ?? []).flatMap(({ meeting }) => meeting ?? []),
    })),
  );
}

/** Hundreds of thousands of prints take a while to join, and are mostly those of the build before. */
function joinOrRemember(
  key: Uint8Array,
  parts: readonly { readonly withheld: WithheldOfMeeting }[],
  memory: BuildMemory | undefined,
  ahead: PrintsAhead | undefined,
): Pick<WithheldRecord, 'prints' | 'digest'> {
  // A meeting more of which nothing is withheld changes nothing in them.
  const own = parts.filter(({ withheld }) => !withheld.isNothing);
  const digest = digestOf(own.map(({ withheld }) => withheld.digest));
  if (ahead?.digest === digest) {
    memory?.retain('prints', digest);
    return { digest, prints: openSharedPrints(key, ahead.prints) };
  }
  const kept = memory?.find<SharedPrints>('prints', digest);
  if (kept !== undefined) return { digest, prints: openSharedPrints(key, kept) };
  const prints = joinPrints(
    key,
    own.map(({ withheld }) => withheld.prints),
  );
  // With all by which they are found: the next build has a handful of texts to look through, and would be longer at making that.
  memory?.keep('prints', digest, readyRowsOf(prints));
  return { digest, prints };
}
