import { gap, type Letters } from './letters.ts';
import { PrefixIndex } from './prefix-index.ts';
import { makePrefixTables, type PrefixTables } from './prefix-tables.ts';
import { shareNumbers } from './share-numbers.ts';
import { StretchHash } from './stretch-hash.ts';
import { TableRows, type RowArrays, type Shape } from './table-rows.ts';

/** What is remembered of a stretch of withheld letters, besides its hashes: not the letters. */
export interface Fingerprint extends Shape {
  /** Its number in its table: in the order in which they were added. */
  readonly entry: number;
}

/** A fingerprint found in a text, from letter `start` up to letter `end`. */
export interface Match {
  readonly entry: number;
  readonly start: number;
  readonly end: number;
}

/**
 * How fingerprints are looked for: what may begin anywhere is long, or else rare; of two texts fewer begin alike for twenty letters
 * than for twelve. Each group has the numbers of first letters
 * by which a place of a text is told; a fingerprint has at least the first of them.
 */
const groups = {
  long: { rungs: [20, 28, 40], isAtGaps: false },
  anywhere: { rungs: [12, 14, 17], isAtGaps: false },
  'at gaps': { rungs: [4, 7, 12], isAtGaps: true },
  short: { rungs: [3, 5, 8], isAtGaps: false },
} as const;

type Group = keyof typeof groups;

/**
 * Fingerprints that can be looked for in a text in one pass: a rolling hash finds where the first letters
 * of one stand, and only there the whole is compared, by its hashes. No withheld letter is kept.
 */
export class FingerprintTable {
  readonly #hash: StretchHash;
  readonly #rows: TableRows;
  /** Made when they are first needed after a change. */
  #prefixes: Prefixes | undefined;
  #indexes: readonly SoughtGroup[] | undefined;

  /** `key` is secret: random and made for this run, or kept where no one can read it. 32 bytes. */
  constructor(key: Uint8Array, rows = new TableRows()) {
    this.#hash = new StretchHash(key);
    this.#rows = rows;
  }

  /** A table that another thread shares, or another build has kept, under the key that it was made with. */
  static open(key: Uint8Array, { rows, starts, prefixes }: SharedTable): FingerprintTable {
    const table = new FingerprintTable(key, new TableRows(rows, starts));
    table.#prefixes = prefixes;
    return table;
  }

  /** How many fingerprints there are. */
  get size(): number {
    return this.#rows.count;
  }

  /** All of it but the key. */
  get rows(): TableRows {
    return this.#rows;
  }

  /** It and all by which its fingerprints are found, without its key. */
  get ready(): SharedTable {
    return { ...this.#rows.arrays, prefixes: this.#preparePrefixes() };
  }

  /** Moves it, and all by which its fingerprints are found, to memory that threads share. */
  share(): SharedTable {
    this.#prefixes = this.#preparePrefixes().map(({ group, tables }) => ({
      group,
      tables: shareTables(tables),
    }));
    this.#indexes = undefined;
    return { ...this.#rows.share(), prefixes: this.#prefixes };
  }

  /**
   * Remembers a stretch of 3 letters or more and returns its number; one of the same kind that is already known keeps its
   * first source.
   */
  add(kind: Shape['kind'], codes: Uint16Array, source: number, wordStarts?: readonly number[]): number {
    const { length } = codes;
    const [first, second] = this.#hash.mix(codes, 0, length);
    const known = this.#rows.find({ kind, length }, first, second);
    if (known !== undefined) return known;
    this.#hash.sumUp(codes, length);
    const shape: Shape = { kind, length, source, ...(wordStarts && { wordStarts }) };
    const rungs = groups[groupOf(kind, length, wordStarts !== undefined)].rungs.map((end) =>
      end > length ? 0 : this.#hash.rolling(0, end),
    ) as [number, number, number];
    this.#forgetPrefixes();
    return this.#rows.add(shape, { rungs, whole: this.#hash.rolling(0, length), first, second });
  }

  /** Takes over the fingerprints of a table with the same key, from sources of which so many stand before; gives their numbers here. */
  addAll(others: TableRows, sourcesBefore: number): Int32Array {
    this.#forgetPrefixes();
    return Int32Array.from({ length: others.count }, (_, other) =>
      this.#rows.take(others, other, sourcesBefore),
    );
  }

  /** The number of a stretch; undefined where it is not known. */
  find(kind: Shape['kind'], codes: Uint16Array): number | undefined {
    const [first, second] = this.#hash.mix(codes, 0, codes.length);
    return this.#rows.find({ kind, length: codes.length }, first, second);
  }

  /** The fingerprint of a number. */
  fingerprint(entry: number): Fingerprint {
    return { entry, ...this.#rows.shape(entry) };
  }

  /**
   * Every fingerprint whose letters stand in a text and that `accepts` lets through, in order of place. One whose place
   * must be the beginning of a word is asked for only there.
   */
  findMatches(letters: Letters, accepts: (entry: number, start: number) => boolean): Match[] {
    const matches: Match[] = [];
    this.visit(letters, (entry, start) => {
      if (accepts(entry, start)) matches.push({ entry, start, end: start + this.#rows.lengthOf(entry) });
    });
    return matches.sort((first, second) => first.start - second.start || second.end - first.end);
  }

  /**
   * Calls `visit` with each fingerprint that stands in a text, and where, in no particular order; of those that are in `known`
   * already it says nothing.
   */
  visit(
    letters: Letters,
    visit: (entry: number, start: number) => void,
    known: ReadonlySet<number> = noEntries,
  ): void {
    const { gaps, codes, count } = letters;
    const rows = this.#rows;
    const hash = this.#hash;
    const sums = hash.sumUp(codes, count);
    const compare = (entry: number, start: number, end: number): void => {
      if (known.has(entry)) return;
      // The rolling hash of two texts that somebody builds can be the same; these two cannot.
      const [first, second] = hash.mix(codes, start, end);
      if (rows.isMixed(entry, first, second)) visit(entry, start);
    };
    for (const { index, isAtGaps } of (this.#indexes ??= this.#openIndexes()))
      index.visit(sums, isAtGaps ? gaps : undefined, count, compare);
  }

  #preparePrefixes(): Prefixes {
    return (this.#prefixes ??= makePrefixes(this.#rows));
  }

  #openIndexes(): readonly SoughtGroup[] {
    return this.#preparePrefixes().map(({ group, tables }) => {
      const { rungs, isAtGaps } = groups[group];
      return { index: new PrefixIndex(this.#hash, rungs, tables), isAtGaps };
    });
  }

  #forgetPrefixes(): void {
    this.#prefixes = undefined;
    this.#indexes = undefined;
  }
}

const noEntries: ReadonlySet<number> = new Set();

/** A table in memory that threads share, without its key. */
export interface SharedTable extends RowArrays {
  readonly prefixes: Prefixes;
}

/** By what the fingerprints of a table are found, as plain values: each group that has any. */
type Prefixes = readonly { readonly group: Group; readonly tables: PrefixTables }[];

interface SoughtGroup {
  readonly index: PrefixIndex;
  readonly isAtGaps: boolean;
}

function makePrefixes(rows: TableRows): Prefixes {
  const entries: { readonly [group in Group]: number[] } = {
    long: [],
    anywhere: [],
    'at gaps': [],
    short: [],
  };
  for (let entry = 0; entry < rows.count; entry += 1)
    entries[groupOf(rows.kindOf(entry), rows.lengthOf(entry), rows.hasWordStarts(entry))].push(entry);
  return (Object.keys(groups) as Group[])
    .filter((group) => entries[group].length > 0)
    .map((group) => ({
      group,
      tables: makePrefixTables(rows, Int32Array.from(entries[group]), groups[group].rungs),
    }));
}

function shareTables({ bits, slots, nodes, leaves }: PrefixTables): PrefixTables {
  return {
    bits: shareNumbers(bits),
    slots: shareNumbers(slots),
    nodes: shareNumbers(nodes),
    leaves: shareNumbers(leaves),
  };
}

/** Canaries and distinctive runs of words are leaks whatever stands before them. */
function groupOf(kind: Shape['kind'], length: number, hasWordStarts: boolean): Group {
  const isAnywhere = kind === 'canary' || (kind === 'words' && !hasWordStarts);
  if (isAnywhere && length >= groups.long.rungs[0]) return 'long';
  if (isAnywhere && length >= groups.anywhere.rungs[0]) return 'anywhere';
  return !isAnywhere && length >= groups['at gaps'].rungs[0] ? 'at gaps' : 'short';
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
