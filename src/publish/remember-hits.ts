import type { InspectedFile } from '../audit/inspect-file.ts';
import type { BuildMemory } from './build-memory.ts';
import type { WithheldRecord } from './join-split.ts';
import type { MeetingHits } from './hits-of-meetings.ts';
import type { FoundInBytes } from './inspect-files.ts';

/** What earlier builds have found of the very papers that are withheld now; of others nothing is remembered. */
export interface RememberedHits {
  /** In files, by the SHA-256 of their bytes. */
  readonly files: ReadonlyMap<string, FoundInBytes>;
  /** In the public texts of a meeting, by the digest of all that it was split from; found now where that is not known. */
  readonly ofMeeting: (digest: string, find: () => MeetingHits) => MeetingHits;
  /** Keeps what was found, in these files and in the meetings that were asked for. */
  readonly keepFiles: (inspected: readonly InspectedFile[]) => void;
}

type KnownMeetings = ReadonlyMap<string, MeetingHits>;

/** Opens what is remembered for what is withheld now: a paper more or less that is withheld, and everything is looked through again. */
export function rememberHits(memory: BuildMemory, { digest }: WithheldRecord): RememberedHits {
  const known = memory.find<KnownMeetings>('hits-in-meetings', digest) ?? new Map<string, MeetingHits>();
  const asked = new Map<string, MeetingHits>();
  return {
    files: memory.find<ReadonlyMap<string, FoundInBytes>>('hits-in-files', digest) ?? new Map(),
    ofMeeting: (meeting, find) => {
      const hits = known.get(meeting) ?? find();
      asked.set(meeting, hits);
      return hits;
    },
    keepFiles: (inspected) => {
      const found = inspected.map(({ sha256, hits, unreadable }) => [sha256, { hits, unreadable }] as const);
      memory.keep('hits-in-files', digest, new Map(found));
      memory.keep('hits-in-meetings', digest, asked);
    },
  };
}
