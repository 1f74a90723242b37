import { createHmac } from 'node:crypto';
import { gap, type Letters } from './letters.ts';

/** A spaced name is one with a space in it, such as that of a picture. */
export type FingerprintKind = 'words' | 'phrase' | 'word' | 'stem' | 'name' | 'spaced-name' | 'canary';

/** What is remembered of a stretch of withheld letters: not the letters. */
export interface Fingerprint {
  readonly kind: FingerprintKind;
  /** In letters. */
  readonly length: number;
  /** Of the whole, as the table's rolling hash gives it: says "no" a hundred times faster than the digest. */
  readonly check: number;
  /** HMAC-SHA-256 under the run's key, the first 64 bits. */
  readonly digest: string;
  /**
   * Where its words begin, in letters from its start, the first left out; absent where it does not matter.
   */
  readonly wordStarts?: readonly number[];
  /** Index of the withheld thing that it came from. */
  readonly source: number;
}

/** A fingerprint found in a text, from letter `start` up to letter `end`. */
export interface Match {
  readonly fingerprint: Fingerprint;
  readonly start: number;
  readonly end: number;
}

/**
 * Lengths of the first letters by which a fingerprint is looked up; each is looked up by the longest that
 * fits it.
 */
const anchorLengths = [3, 4, 6, 10, 16] as const;

/**
 * Fingerprints that can be looked for in a text in one pass: a rolling hash finds where the first letters
 * of one stand, and only there the whole is compared, by its HMAC. No withheld letter is kept.
 */
export class FingerprintTable {
  readonly #key: Uint8Array;
  readonly #base: number;
  readonly #tiers: readonly Tier[] = anchorLengths.map((length) => ({
    length,
    filter: undefined,
    byAnchor: new Map(),
  }));
  /** Of the base, by exponent, as far as they were needed. */
  readonly #powers = [1];
  readonly #known = new Map<string, Fingerprint>();

  /** `key` is random and made for this run; it is never written down. */
  constructor(key: Uint8Array) {
    this.#key = key;
    // Odd, so that no factor is lost modulo 2 to the 32.
    this.#base = new DataView(key.buffer, key.byteOffset).getUint32(0) | 1;
  }

  /** How many fingerprints there are. */
  get size(): number {
    return this.#known.size;
  }

  /**
   * Remembers a stretch of 3 letters or more and returns what is remembered; one of the same kind that is
   * already known keeps its first source.
   */
  add(
    kind: FingerprintKind,
    codes: Uint16Array,
    source: number,
    wordStarts?: readonly number[],
  ): Fingerprint {
    const digest = this.digest(codes);
    const name = `${kind} ${digest}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const tier = this.#tiers.findLast((each) => each.length <= codes.length)!;
    const sums = this.#sumUp(codes);
    const anchor = sums[tier.length]!;
    const check = sums[codes.length]!;
    const fingerprint: Fingerprint = {
      kind,
      length: codes.length,
      check,
      digest,
      source,
      ...(wordStarts && { wordStarts }),
    };
    const others = tier.byAnchor.get(anchor);
    if (others === undefined) tier.byAnchor.set(anchor, [fingerprint]);
    else others.push(fingerprint);
    tier.filter = undefined;
    this.#known.set(name, fingerprint);
    return fingerprint;
  }

  /** Forgets fingerprints: those that turned out to be public. */
  remove(fingerprints: ReadonlySet<Fingerprint>): void {
    for (const tier of this.#tiers) {
      for (const [anchor, list] of tier.byAnchor) {
        const kept = list.filter((each) => !fingerprints.has(each));
        if (kept.length === 0) tier.byAnchor.delete(anchor);
        else if (kept.length < list.length) tier.byAnchor.set(anchor, kept);
      }
      tier.filter = undefined;
    }
    for (const each of fingerprints) this.#known.delete(`${each.kind} ${each.digest}`);
  }

  /** Every fingerprint whose letters stand in a text and that `accepts` lets through, in order of place. */
  findMatches(letters: Letters, accepts: (fingerprint: Fingerprint, start: number) => boolean): Match[] {
    const matches: Match[] = [];
    const sums = this.#sumUp(letters.codes);
    for (const tier of this.#tiers) {
      if (tier.byAnchor.size > 0) this.#findInTier(tier, letters.codes, sums, accepts, matches);
    }
    return matches.sort((first, second) => first.start - second.start || second.end - first.end);
  }

  /** The HMAC of letters, 64 bits of it, as text. */
  digest(codes: Uint16Array): string {
    const bytes = new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength);
    return createHmac('sha256', this.#key).update(bytes).digest('base64').slice(0, 11);
  }

  #findInTier(
    tier: Tier,
    codes: Uint16Array,
    sums: Int32Array,
    accepts: (fingerprint: Fingerprint, start: number) => boolean,
    matches: Match[],
  ): void {
    const { length, byAnchor } = tier;
    const { shift, buckets } = (tier.filter ??= createFilter(byAnchor));
    const power = this.#powerOf(length);
    for (let start = 0; start + length <= codes.length; start += 1) {
      const anchor = (sums[start + length]! - Math.imul(sums[start]!, power)) | 0;
      if (buckets[Math.imul(anchor, scatter) >>> shift] === 0) continue;
      for (const fingerprint of byAnchor.get(anchor) ?? []) {
        const end = start + fingerprint.length;
        if (end > codes.length) continue;
        const check = (sums[end]! - Math.imul(sums[start]!, this.#powerOf(fingerprint.length))) | 0;
        if (check !== fingerprint.check || !accepts(fingerprint, start)) continue;
        if (this.digest(codes.subarray(start, end)) === fingerprint.digest) {
          matches.push({ fingerprint, start, end });
        }
      }
    }
  }

  /** The rolling hash of every beginning of a text: that of any stretch is a difference of two. */
  #sumUp(codes: Uint16Array): Int32Array {
    const sums = new Int32Array(codes.length + 1);
    for (let index = 0; index < codes.length; index += 1) {
      sums[index + 1] = Math.imul(sums[index]!, this.#base) + codes[index]!;
    }
    return sums;
  }

  #powerOf(exponent: number): number {
    for (let last = this.#powers.length; last <= exponent; last += 1) {
      this.#powers.push(Math.imul(this.#powers[last - 1]!, this.#base));
    }
    return this.#powers[exponent]!;
  }
}

interface Tier {
  readonly length: number;
  readonly byAnchor: Map<number, Fingerprint[]>;
  /** Made when it is first needed after a change. */
  filter: Filter | undefined;
}

/** Answers "no" for most anchors that a tier does not have, without a look into its map. */
interface Filter {
  /** 1 in the bucket of every anchor. */
  readonly buckets: Uint8Array;
  /** How many low bits of a scattered anchor are dropped to get its bucket. */
  readonly shift: number;
}

/** Spreads anchors over 32 bits: the golden ratio's. */
const scatter = 0x9e3779b1;

/** With some sixteen buckets or more for each anchor, as far as 4 MB go. */
function createFilter(byAnchor: ReadonlyMap<number, unknown>): Filter {
  const bits = Math.min(Math.ceil(Math.log2(byAnchor.size + 1)) + 4, 22);
  const shift = 32 - bits;
  const buckets = new Uint8Array(1 << bits);
  for (const anchor of byAnchor.keys()) buckets[Math.imul(anchor, scatter) >>> shift] = 1;
  return { buckets, shift };
}

/**
 * True if a text's gaps agree with a fingerprint at a place: a word must stand as a word, a run of words
 * may be broken anyhow.
 */
export function hasFittingGaps(fingerprint: Fingerprint, gaps: Uint8Array, start: number): boolean {
  const { kind, wordStarts } = fingerprint;
  if (kind === 'canary' || (kind === 'words' && wordStarts === undefined)) return true;
  const end = start + fingerprint.length;
  const atEnds = kind === 'stem' ? gap.mark : gap.unseen;
  if (gaps[start]! < atEnds || gaps[end]! < atEnds) return false;
  // The search index holds whole words: no break in them. A name keeps its hyphens: spaces would make it
  // ordinary words.
  const widest = kind === 'stem' ? gap.none : gap.unseen;
  const widestBetween = kind === 'name' ? gap.mark : gap.space;
  let next = 0;
  for (let index = start + 1; index < end; index += 1) {
    const isWordStart = wordStarts !== undefined && wordStarts[next] === index - start;
    if (isWordStart) next += 1;
    const found = gaps[index]!;
    if (isWordStart ? found < gap.unseen || found > widestBetween : found > widest) return false;
  }
  return true;
}
