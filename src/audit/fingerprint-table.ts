import { AnchorIndex, anchorLengthFor, type Anchored } from './anchor-index.ts';
import { gap, type Letters } from './letters.ts';
import { StretchHash } from './stretch-hash.ts';

/** A spaced name is one with a space in it, such as that of a picture. */
export const fingerprintKinds = ['words', 'phrase', 'word', 'stem', 'name', 'spaced-name', 'canary'] as const;

/** What a fingerprint is of. */
export type FingerprintKind = (typeof fingerprintKinds)[number];

/** What is remembered of a stretch of withheld letters, besides its hashes: not the letters. */
export interface Fingerprint {
  /** Its number in its table. */
  readonly entry: number;
  readonly kind: FingerprintKind;
  /** In letters. */
  readonly length: number;
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

/** What a table holds, as plain numbers: for the memory between runs, which is written encrypted. */
export interface TableRows {
  /** For each fingerprint: kind, length, source, its hashes, number of word starts or -1. */
  readonly rows: Int32Array;
  /** The word starts of all, one after another. */
  readonly wordStarts: Int32Array;
}

/** How many numbers a fingerprint's hashes are, and a row of `TableRows`. */
const hashWidth = 5;
const rowWidth = hashWidth + 4;

/**
 * How fingerprints are looked for: what may begin anywhere is long, or else rare. Each group has the number of first letters
 * by which every place of a text is told.
 */
const groups = {
  anywhere: { quickLength: 12, isAtGaps: false },
  'at gaps': { quickLength: 4, isAtGaps: true },
  short: { quickLength: 3, isAtGaps: false },
} as const;

type Group = keyof typeof groups;

/**
 * Fingerprints that can be looked for in a text in one pass: a rolling hash finds where the first letters
 * of one stand, and only there the whole is compared, by its hashes. No withheld letter is kept.
 */
export class FingerprintTable {
  readonly #hash: StretchHash;
  readonly #fingerprints: Fingerprint[] = [];
  /** For each fingerprint: the rolling hashes of its first letters for its group, of its anchor and of all; the two that mix. */
  #hashes = new Int32Array(1024);
  readonly #removed = new Set<number>();
  readonly #known = new Map<string, number>();
  /** Made when they are first needed after a change. */
  #indexes: readonly SoughtGroup[] | undefined;
  #longest = 0;

  /** `key` is secret: random and made for this run, or kept where no one can read it. 32 bytes. */
  constructor(key: Uint8Array) {
    this.#hash = new StretchHash(key);
  }

  /** A table as it was written down; the same key gives the same answers. */
  static fromRows(key: Uint8Array, { rows, wordStarts }: TableRows): FingerprintTable {
    const table = new FingerprintTable(key);
    let starts = 0;
    for (let at = 0; at < rows.length; at += rowWidth) {
      const count = rows[at + rowWidth - 1]!;
      const own = count < 0 ? undefined : [...wordStarts.subarray(starts, starts + count)];
      starts += Math.max(count, 0);
      const shape = { kind: fingerprintKinds[rows[at]!]!, length: rows[at + 1]!, source: rows[at + 2]! };
      table.#push(shape, own, rows.subarray(at + 3, at + 3 + hashWidth));
    }
    return table;
  }

  /** How many fingerprints there are. */
  get size(): number {
    return this.#fingerprints.length - this.#removed.size;
  }

  /** No fingerprint is longer, in letters. */
  get longest(): number {
    return this.#longest;
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
    const { length } = codes;
    const [first, second] = this.#hash.mix(codes, 0, length);
    const name = `${kind} ${first} ${second} ${length}`;
    const known = this.#known.get(name);
    if (known !== undefined) {
      if (this.#removed.delete(known)) this.#indexes = undefined;
      return this.#fingerprints[known]!;
    }
    this.#hash.sumUp(codes, length);
    const { quickLength } = groups[groupOf({ kind, length, wordStarts })];
    const beginnings = [quickLength, anchorLengthFor(length), length].map((end) =>
      this.#hash.rolling(0, end),
    );
    const hashes = Int32Array.of(...beginnings, first, second);
    const fingerprint = this.#push({ kind, length, source }, wordStarts, hashes);
    this.#known.set(name, fingerprint.entry);
    return fingerprint;
  }

  /** Forgets fingerprints: those that turned out to be public. */
  remove(fingerprints: Iterable<Fingerprint>): void {
    for (const { entry } of fingerprints) this.#removed.add(entry);
    this.#indexes = undefined;
  }

  /**
   * Every fingerprint whose letters stand in a text and that `accepts` lets through, in order of place. One whose place
   * must be the beginning of a word is asked for only there.
   */
  findMatches(letters: Letters, accepts: (fingerprint: Fingerprint, start: number) => boolean): Match[] {
    const matches: Match[] = [];
    this.#visit(letters, letters.codes.length, (fingerprint, start) => {
      const end = start + fingerprint.length;
      if (accepts(fingerprint, start) && this.#isSame(fingerprint.entry, letters.codes, start, end))
        matches.push({ fingerprint, start, end });
      return false;
    });
    return matches.sort((first, second) => first.start - second.start || second.end - first.end);
  }

  /** True if `findMatches` would find anything in the first `count` letters. */
  hasMatch(
    letters: Letters,
    count: number,
    accepts: (fingerprint: Fingerprint, start: number) => boolean,
  ): boolean {
    return this.#visit(letters, count, accepts);
  }

  /** The keyed hash of letters, as text. */
  digest(codes: Uint16Array): string {
    return this.#hash.mix(codes, 0, codes.length).join(' ');
  }

  /** The fingerprint of a number. */
  fingerprint(entry: number): Fingerprint {
    return this.#fingerprints[entry]!;
  }

  /** Every fingerprint that was added, in that order, those that were removed among them. */
  toRows(): TableRows {
    const rows = new Int32Array(this.#fingerprints.length * rowWidth);
    for (const { entry, kind, length, source, wordStarts } of this.#fingerprints) {
      const shape = [fingerprintKinds.indexOf(kind), length, source];
      rows.set([...shape, ...this.#hashesOf(entry), wordStarts?.length ?? -1], entry * rowWidth);
    }
    return { rows, wordStarts: Int32Array.from(this.#fingerprints.flatMap((each) => each.wordStarts ?? [])) };
  }

  #push(
    shape: Pick<Fingerprint, 'kind' | 'length' | 'source'>,
    wordStarts: readonly number[] | undefined,
    hashes: Int32Array,
  ): Fingerprint {
    const entry = this.#fingerprints.length;
    const fingerprint = { entry, ...shape, ...(wordStarts && { wordStarts }) };
    this.#fingerprints.push(fingerprint);
    this.#longest = Math.max(this.#longest, shape.length);
    if (this.#hashes.length < (entry + 1) * hashWidth) {
      const longer = new Int32Array(this.#hashes.length * 2);
      longer.set(this.#hashes);
      this.#hashes = longer;
    }
    this.#hashes.set(hashes, entry * hashWidth);
    this.#indexes = undefined;
    return fingerprint;
  }

  #hashesOf(entry: number): Int32Array {
    return this.#hashes.subarray(entry * hashWidth, (entry + 1) * hashWidth);
  }

  #isSame(entry: number, codes: Uint16Array, start: number, end: number): boolean {
    const [first, second] = this.#hash.mix(codes, start, end);
    return first === this.#hashes[entry * hashWidth + 3] && second === this.#hashes[entry * hashWidth + 4];
  }

  /** Each place where a fingerprint's letters stand by their rolling hash. */
  #visit(
    { gaps, codes }: Letters,
    count: number,
    visit: (fingerprint: Fingerprint, start: number) => boolean,
  ): boolean {
    const sought = (this.#indexes ??= this.#prepare());
    const sums = this.#hash.sumUp(codes, count);
    const compare = (entry: number, start: number): boolean => {
      const fingerprint = this.#fingerprints[entry]!;
      const end = start + fingerprint.length;
      if (end > count || this.#hash.rolling(start, end) !== this.#hashes[entry * hashWidth + 2]) return false;
      return visit(fingerprint, start);
    };
    return sought.some(({ index, isAtGaps }) =>
      index.visit(sums, isAtGaps ? gaps : undefined, count, compare),
    );
  }

  #prepare(): readonly SoughtGroup[] {
    const anchored: { readonly [group in Group]: Anchored[] } = { anywhere: [], 'at gaps': [], short: [] };
    for (const fingerprint of this.#fingerprints) {
      const { entry, length } = fingerprint;
      if (this.#removed.has(entry)) continue;
      const quick = this.#hashes[entry * hashWidth]!;
      const anchor = this.#hashes[entry * hashWidth + 1]!;
      anchored[groupOf(fingerprint)].push({ entry, length, quick, anchor });
    }
    return (Object.keys(groups) as Group[])
      .filter((group) => anchored[group].length > 0)
      .map((group) => {
        const { quickLength, isAtGaps } = groups[group];
        return { index: new AnchorIndex(this.#hash, quickLength, anchored[group]), isAtGaps };
      });
  }
}

interface SoughtGroup {
  readonly index: AnchorIndex;
  readonly isAtGaps: boolean;
}

/** Canaries and distinctive runs of words are leaks whatever stands before them. */
function groupOf({
  kind,
  length,
  wordStarts,
}: {
  readonly kind: FingerprintKind;
  readonly length: number;
  readonly wordStarts?: readonly number[] | undefined;
}): Group {
  const isAnywhere = kind === 'canary' || (kind === 'words' && wordStarts === undefined);
  if (isAnywhere && length >= groups.anywhere.quickLength) return 'anywhere';
  return !isAnywhere && length >= groups['at gaps'].quickLength ? 'at gaps' : 'short';
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
