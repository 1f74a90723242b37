import { createHash } from 'node:crypto';
import type { InspectedFile } from '../audit/inspect-file.ts';
import type { PublicHits } from '../audit/public-hits.ts';
import type { BuildMemory } from './build-memory.ts';
import type { MeetingHits } from './hits-of-meeting.ts';
import type { FoundInBytes } from './inspect-files.ts';
import type { WithheldRecord } from './join-split.ts';
import { packHits, unpackHits, type PackedHits } from './pack-hits.ts';

/** What earlier builds have found of the very papers that are withheld now; of others nothing is remembered. */
export interface RememberedHits {
  /** In files, by the SHA-256 of their bytes. */
  readonly files: ReadonlyMap<string, FoundInBytes>;
  /** In the public texts of a meeting, by the digest of all that it was split from. */
  readonly ofMeeting: (digest: string) => MeetingHits | undefined;
  /** In texts of this digest that are of no meeting; found now where that is not known. */
  readonly ofOthers: (digest: string, find: () => PublicHits) => PublicHits;
  /** In lists of the output's paths, which are mostly those of the last output; found now where that is not known. */
  readonly inPaths: (paths: readonly string[], find: () => Promise<FoundInBytes>) => Promise<FoundInBytes>;
  readonly keepMeeting: (digest: string, hits: MeetingHits) => void;
  /** Keeps what was found: in these files, and in all else that was asked for. */
  readonly keep: (inspected: readonly InspectedFile[]) => void;
}

interface KeptHits {
  readonly meetings: ReadonlyMap<string, MeetingHits>;
  readonly others: ReadonlyMap<string, PublicHits>;
  /** By the SHA-256 of the list. */
  readonly lists: ReadonlyMap<string, FoundInBytes>;
}

/** Opens what is remembered for what is withheld now: a paper more or less that is withheld, and everything is looked through again. */
export function rememberHits(
  memory: Pick<BuildMemory, 'find' | 'keep'>,
  { digest }: Pick<WithheldRecord, 'digest'>,
): RememberedHits {
  const known = memory.find<KeptHits>('hits-in-texts', digest);
  const packed = memory.find<PackedHits>('hits-in-files', digest);
  const meetings = new Map<string, MeetingHits>();
  const others = new Map<string, PublicHits>();
  const lists = new Map<string, FoundInBytes>();
  return {
    files: packed === undefined ? new Map() : unpackHits(packed),
    ofMeeting: (meeting) => known?.meetings.get(meeting),
    ofOthers: (texts, find) => {
      const hits = known?.others.get(texts) ?? find();
      others.set(texts, hits);
      return hits;
    },
    inPaths: async (paths, find) => {
      const sha256 = createHash('sha256').update(paths.join('\0')).digest('hex');
      const found = lists.get(sha256) ?? known?.lists.get(sha256) ?? (await find());
      lists.set(sha256, found);
      return found;
    },
    keepMeeting: (meeting, hits) => meetings.set(meeting, hits),
    keep: (inspected) => {
      const found = inspected.map(({ sha256, hits, unreadable }) => [sha256, { hits, unreadable }] as const);
      memory.keep('hits-in-files', digest, packHits(new Map(found)));
      memory.keep('hits-in-texts', digest, { meetings, others, lists } satisfies KeptHits);
    },
  };
}
