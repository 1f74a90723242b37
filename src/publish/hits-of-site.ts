import { createHash } from 'node:crypto';
import { findPublicHits, type PublicHits } from '../audit/public-hits.ts';
import { sharePrints } from '../audit/shared-prints.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';
import type { PublicMeeting } from '../model/publication.ts';
import { countProgress } from '../model/progress.ts';
import type { PlannedSite } from '../publish.ts';
import { answerAll } from '../threads/answer-all.ts';
import { usualThreads } from '../threads/start-threads.ts';
import { publicTexts } from '../withhold/public-texts.ts';
import type { HitsSettings } from './hits-in-thread.ts';
import { findHitsOfMeeting, type MeetingHits } from './hits-of-meeting.ts';
import { rememberHits, type RememberedHits } from './remember-hits.ts';

/** What of the withheld stands in public texts as well. */
export interface SiteHits {
  /** Of each meeting, in the order of the publication. Being found while the pages are made. */
  readonly ofMeetings: Promise<readonly MeetingHits[]>;
  /** Of texts that are of no meeting. */
  readonly ofOthers: () => PublicHits;
  /** What earlier builds have found, where there is a memory. */
  readonly remembered: RememberedHits | undefined;
}

type SplitSite = Pick<
  PlannedSite,
  'publication' | 'attachments' | 'ownTexts' | 'withheld' | 'digests' | 'memory' | 'options'
>;

/** From so many meetings on, threads take less time than they need to start. */
const meetingsForThreads = 60;
/** One processor has the pages to plan, and each thread takes some hundred megabytes. */
const threadCount = Math.max(1, usualThreads - 1);

/**
 * Begins to look through all public texts for what is withheld, in threads where there are many. What an earlier build found in the same
 * for the same is not looked for again.
 */
export function beginToFindHits(split: SplitSite): SiteHits {
  const { publication, withheld, memory, digests } = split;
  const remembered = memory === undefined ? undefined : rememberHits(memory, withheld);
  const meetings = publication.bodies.flatMap((body) => body.meetings);
  const count = countProgress(split.options.onProgress, 'comparing', meetings.length);
  const ofMeetings = findHitsOfMeetings(meetings, withheld, count, {
    find: (meeting) => remembered?.ofMeeting(digests.get(`${meeting.body}/${meeting.slug}`)!),
    keep: (meeting, hits) => remembered?.keepMeeting(digests.get(`${meeting.body}/${meeting.slug}`)!, hits),
  });
  // Awaited by the audit, or by nobody where the build is given up before.
  ofMeetings.catch(() => undefined);
  const ofOthers = (): PublicHits => {
    const texts = otherTexts(split);
    const find = (): PublicHits => findPublicHits(withheld.prints, texts);
    return remembered === undefined ? find() : remembered.ofOthers(digestOfTexts(texts), find);
  };
  return { ofMeetings, ofOthers, remembered };
}

interface KnownHits {
  readonly find: (meeting: PublicMeeting) => MeetingHits | undefined;
  readonly keep: (meeting: PublicMeeting, hits: MeetingHits) => void;
}

async function findHitsOfMeetings(
  meetings: readonly PublicMeeting[],
  { prints, key }: PlannedSite['withheld'],
  count: (more?: number) => void,
  known: KnownHits,
): Promise<readonly MeetingHits[]> {
  const unknown = meetings.filter((meeting) => known.find(meeting) === undefined);
  count(meetings.length - unknown.length);
  const hitsOfUnknown = await findIn(unknown, prints, key, () => count());
  const found = new Map(unknown.map((meeting, index) => [meeting, hitsOfUnknown[index]!]));
  return meetings.map((meeting) => {
    const hits = found.get(meeting) ?? known.find(meeting)!;
    known.keep(meeting, hits);
    return hits;
  });
}

async function findIn(
  meetings: readonly PublicMeeting[],
  prints: WithheldPrints,
  key: Uint8Array,
  onFound: () => void,
): Promise<readonly MeetingHits[]> {
  if (meetings.length < meetingsForThreads)
    return meetings.map((meeting) => {
      const hits = findHitsOfMeeting(prints, meeting);
      onFound();
      return hits;
    });
  const settings: HitsSettings = { key, prints: sharePrints(prints) };
  const module = new URL('hits-in-thread.ts', import.meta.url);
  return await answerAll(module, settings, meetings, { onAnswer: onFound, count: threadCount });
}

/** Public texts that are of no meeting. */
function otherTexts({ publication, attachments, ownTexts }: SplitSite): readonly string[] {
  const bodies = publication.bodies.map((body) => ({ ...body, meetings: [] }));
  return [...publicTexts(bodies), ...attachments.map((attachment) => attachment.text), ...ownTexts];
}

function digestOfTexts(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}\0`).update(text);
  return hash.digest('hex');
}
