import type { FoundInBytes } from './inspect-files.ts';

/**
 * What was found in tens of thousands of files, as a few long lists: as a value for each file it would take longer to write and read than
 * all else that a correction needs.
 */
export interface PackedHits {
  /** SHA-256 of the files, hexadecimal, one after another. */
  readonly files: string;
  /** Numbers of fingerprints found, file after file, and how many each has. */
  readonly found: Int32Array;
  readonly foundCounts: Int32Array;
  readonly stems: Int32Array;
  readonly stemCounts: Int32Array;
  /** By the number of the file, where there is more to say of it. */
  readonly others: ReadonlyMap<
    number,
    Pick<FoundInBytes, 'unreadable'> & Pick<FoundInBytes['hits'], 'attachments'>
  >;
}

/** Packs what was found in files, by the SHA-256 of each; one that has none, since it was too large to read, is left out. */
export function packHits(files: ReadonlyMap<string, FoundInBytes>): PackedHits {
  const read = [...files].filter(([sha256]) => sha256.length === digestLength);
  const all = read.map(([, found]) => found);
  const lists = { found: all.map(({ hits }) => hits.found), stems: all.map(({ hits }) => hits.stems) };
  const others = all.flatMap(({ hits: { attachments }, unreadable }, number) =>
    attachments.length + unreadable.length === 0 ? [] : [[number, { attachments, unreadable }] as const],
  );
  return {
    files: read.map(([sha256]) => sha256).join(''),
    found: joinNumbers(lists.found),
    foundCounts: Int32Array.from(lists.found, ({ length }) => length),
    stems: joinNumbers(lists.stems),
    stemCounts: Int32Array.from(lists.stems, ({ length }) => length),
    others: new Map(others),
  };
}

/** Unpacks what `packHits` has packed. */
export function unpackHits(packed: PackedHits): ReadonlyMap<string, FoundInBytes> {
  const files = new Map<string, FoundInBytes>();
  let [foundEnd, stemEnd] = [0, 0];
  for (let number = 0; number < packed.foundCounts.length; number += 1) {
    const [foundStart, stemStart] = [foundEnd, stemEnd];
    foundEnd += packed.foundCounts[number]!;
    stemEnd += packed.stemCounts[number]!;
    const { attachments = none, unreadable = none } = packed.others.get(number) ?? {};
    const hits = {
      found: numbersOf(packed.found, foundStart, foundEnd),
      stems: numbersOf(packed.stems, stemStart, stemEnd),
      attachments,
    };
    files.set(packed.files.slice(number * digestLength, (number + 1) * digestLength), { hits, unreadable });
  }
  return files;
}

/** Most files have nothing: these share one list. */
const none: readonly never[] = Object.freeze([]);

function numbersOf(all: Int32Array, from: number, to: number): readonly number[] {
  if (from === to) return none;
  const numbers: number[] = [];
  for (let place = from; place < to; place += 1) numbers.push(all[place]!);
  return numbers;
}

/** Of a SHA-256 in hexadecimal. */
const digestLength = 64;

function joinNumbers(lists: readonly (readonly number[])[]): Int32Array {
  const joined = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const list of lists) {
    joined.set(list, place);
    place += list.length;
  }
  return joined;
}
