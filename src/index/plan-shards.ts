import { createHash } from 'node:crypto';
import { compareText } from '../model/problem.ts';

/** What must be known of a record to say in which shard it stands. */
export interface RecordHead {
  /** From the site's root, with its fragment: `/parish-council/2021-11-18/minutes/#b3-resolution-1`. */
  readonly address: string;
  readonly kind: 'paper' | 'resolution';
  /** `yyyy-mm-dd`, of the meeting. */
  readonly date: string;
}

/** A record in its place. */
interface PlannedRecord {
  /** In the list of heads, from 0. */
  readonly number: number;
  /** Among the records of its day, from 0: those of one day are shown in this order, whichever shards they are in. */
  readonly place: number;
}

/** Records of one kind and one year that Pagefind indexes together: what a change among them makes anew. */
export interface PartPlan {
  readonly name: string;
  /** The shard in whose folder the files of its records stand. Another that holds the part too refers to them there. */
  readonly home: string;
  readonly records: readonly PlannedRecord[];
}

/** A folder of the index, of which a query opens all or nothing. */
export interface ShardPlan {
  readonly name: string;
  /** The shard that holds all records of this one too: a query opens the one or the other. */
  readonly within?: string;
  readonly parts: readonly PartPlan[];
}

/** Up to so many records there is one shard: a second would cost a reader more than it saves a build. */
const mostInOneShard = 1_000;
/** About 0.45 MB of Pagefind's memory is needed for a paper, and a second for this many. */
const mostInOnePart = 400;

/**
 * Says which records are indexed together, by their kinds, dates and addresses alone. A large site has a shard for the
 * year of the build and the one before, which are corrected often, and one for older papers and resolutions; within that
 * a small one of the older resolutions, for queries that ask for resolutions alone. One record more or less moves others
 * only where a part becomes too large, and then only those of that part.
 */
export function planShards(
  heads: readonly RecordHead[],
  /** `yyyy-mm-dd`; only its year counts. */
  buildDate: string,
): readonly ShardPlan[] {
  const shards = new Map<string, Map<string, PlannedRecord[]>>();
  const ofDay = new Map<string, number>();
  for (const [number, head] of heads.entries()) {
    const shard = heads.length <= mostInOneShard ? 'all' : shardOf(head, buildDate);
    const parts = shards.get(shard) ?? new Map<string, PlannedRecord[]>();
    shards.set(shard, parts);
    const place = ofDay.get(head.date) ?? 0;
    ofDay.set(head.date, place + 1);
    const part = `${head.kind}s-${head.date.slice(0, 4)}`;
    const records = parts.get(part) ?? [];
    parts.set(part, records);
    records.push({ number, place });
  }
  const plans = [...shards].map(([name, parts]) => ({
    name,
    parts: [...parts]
      .flatMap(([part, records]) => splitPart({ name: part, home: name, records }, heads))
      .sort(byName),
  }));
  return addResolutions(plans).sort(byName);
}

function shardOf({ kind, date }: RecordHead, buildDate: string): string {
  const firstCurrentYear = Number(buildDate.slice(0, 4)) - 1;
  if (Number(date.slice(0, 4)) >= firstCurrentYear) return 'current';
  return kind === 'resolution' ? resolutions : older;
}

const older = 'older';
const resolutions = 'resolutions';

/**
 * Adds the older resolutions to the older papers, since most queries ask for both and each shard costs a request for its
 * contents and one for each word. They stay a shard of their own as well, which costs their words twice on the server.
 */
function addResolutions(plans: readonly ShardPlan[]): ShardPlan[] {
  const own = plans.find(({ name }) => name === resolutions);
  if (own === undefined || !plans.some(({ name }) => name === older)) return [...plans];
  return plans.map((plan) => {
    if (plan.name === older) return { ...plan, parts: [...plan.parts, ...own.parts] };
    return plan === own ? { ...own, within: older } : plan;
  });
}

/** Halves a part that is too large by the digests of its addresses, which stay when other records come and go. */
function splitPart(part: PartPlan, heads: readonly RecordHead[], depth = 0): readonly PartPlan[] {
  if (part.records.length <= mostInOnePart || depth === 32) return [part];
  const halves = [0, 1].map((half) => ({
    home: part.home,
    name: `${part.name}${depth === 0 ? '-' : ''}${half}`,
    records: part.records.filter(({ number }) => bitOf(heads[number]!.address, depth) === half),
  }));
  return halves.flatMap((half) => splitPart(half, heads, depth + 1));
}

function bitOf(address: string, place: number): number {
  return (createHash('sha256').update(address).digest()[place >> 3]! >> (7 - (place & 7))) & 1;
}

function byName(first: { readonly name: string }, second: { readonly name: string }): number {
  return compareText(first.name, second.name);
}
