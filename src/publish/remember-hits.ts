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
  readonly keepMeeting: (digest: string, hits: MeetingHits) => void;
  /** Keeps what was found, in these files and in texts. */
  readonly keepFiles: (inspected: readonly InspectedFile[]) => void;
}

interface KeptHits {
  readonly meetings: ReadonlyMap<string, MeetingHits>;
  readonly others: ReadonlyMap<string, PublicHits>;
}

/** Opens what is remembered for what is withheld now: a paper more or less that is withheld, and everything is looked through again. */
export function rememberHits(memory: BuildMemory, { digest }: WithheldRecord): RememberedHits {
  const known = memory.find<KeptHits>('hits-in-texts', digest);
  const packed = memory.find<PackedHits>('hits-in-files', digest);
  const meetings = new Map<string, MeetingHits>();
  const others = new Map<string, PublicHits>();
  return {
    files: packed === undefined ? new Map() : unpackHits(packed),
    ofMeeting: (meeting) => known?.meetings.get(meeting),
    ofOthers: (texts, find) => {
      const hits = known?.others.get(texts) ?? find();
      others.set(texts, hits);
      return hits;
    },
    keepMeeting: (meeting, hits) => meetings.set(meeting, hits),
    keepFiles: (inspected) => {
      const found = inspected.map(({ sha256, hits, unreadable }) => [sha256, { hits, unreadable }] as const);
      memory.keep('hits-in-files', digest, packHits(new Map(found)));
      memory.keep('hits-in-texts', digest, { meetings, others } satisfies KeptHits);
    },
  };
}
