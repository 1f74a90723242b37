import type { GivenAnswers } from '../assemble/assembly-answers.ts';
import type { SealedValues } from '../cache/sealed-values.ts';
import { digestOf } from './build-memory.ts';
import type { PartsHead } from './keep-parts.ts';

/** What a build has made of a meeting; its parts are kept beside it. A plain value. */
export interface KeptMeeting {
  readonly answers: GivenAnswers;
  /** Digests of its pages' files. */
  readonly files: ReadonlyMap<string, string>;
  readonly parts: PartsHead;
}

/** What earlier builds have made of meetings, by the digest of all that a meeting was made from. */
export interface KeptMeetings {
  readonly find: (body: string, digest: string) => KeptMeeting | undefined;
  /** Keeps what this build has found or made of all meetings of a body, and nothing else of it. */
  readonly keep: (body: string, meetings: ReadonlyMap<string, KeptMeeting>) => void;
}

/** Of a body: its meetings by their digests. */
type MeetingsOfBody = ReadonlyMap<string, KeptMeeting>;

const kind = 'meetings';

/** Opens what is kept of meetings. Those of a body are one value, since a thousand small ones take longer to read than to use. */
export function openKeptMeetings(values: SealedValues): KeptMeetings {
  const opened = new Map<string, OpenedBody>();
  const open = (body: string): OpenedBody => {
    const known = opened.get(body);
    if (known !== undefined) return known;
    const ofBody = openBody(values, body);
    opened.set(body, ofBody);
    return ofBody;
  };
  return {
    find: (body, digest) => open(body).meetings.get(digest),
    keep: (body, meetings) => {
      const { meetings: kept, isWhole } = open(body);
      const isAsKept =
        isWhole &&
        meetings.size === kept.size &&
        [...meetings].every(([digest, meeting]) => kept.get(digest) === meeting);
      if (!isAsKept) values.keep(kind, digestOf(body), meetings);
    },
  };
}

interface OpenedBody {
  readonly meetings: MeetingsOfBody;
  /** Whether they stand in the cache as one value already. */
  readonly isWhole: boolean;
}

/** The part of a site that has the body may be newer than what the last build of the whole has kept of it, or older. */
function openBody(values: SealedValues, body: string): OpenedBody {
  const found = values.findAll<MeetingsOfBody>(kind, digestOf(body));
  return {
    meetings: new Map(found.toReversed().flatMap((meetings) => [...meetings])),
    isWhole: found.length === 1,
  };
}
