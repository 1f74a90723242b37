import { createHash } from 'node:crypto';
import type { LeakCode } from './finding.ts';
import type { Fingerprints } from './fingerprint.ts';
import { hasFittingGaps, type Fingerprint, type FingerprintTable, type Match } from './fingerprint-table.ts';
import { lettersToString, toPassingLetters, type Letters } from './letters.ts';
import type { BytesView, TextView } from './views.ts';

/**
 * Withheld matter found in one view. It holds the letters found: it stays within the audit and is made a
 * `Leak`, which does not.
 */
export interface Discovery {
  readonly code: LeakCode | 'audit-canary';
  /** Index of the withheld thing; -1 for a canary. */
  readonly source: number;
  readonly letters: string;
  readonly view: string;
}

/** Looks for everything withheld in one view. Runs of words that overlap are one discovery. */
export function searchView(view: TextView | BytesView, fingerprints: Fingerprints): readonly Discovery[] {
  if (view.kind === 'bytes') return searchBytes(view, fingerprints);
  const { prints, isSought, isSoughtStem } = fingerprints;
  const letters = toPassingLetters(view.text);
  const find = (table: FingerprintTable, isLookedFor: (entry: number) => boolean): readonly Found[] =>
    table
      .findMatches(
        letters,
        (entry, start) => isLookedFor(entry) && stands(table, entry, letters, start, view),
      )
      .map(({ entry, start, end }) => ({ ...table.fingerprint(entry), start, end }));
  const found = find(prints.table, isSought);
  return joinOverlapping(
    view.isIndex ? [...found, ...find(prints.stems, isSoughtStem)] : found,
    letters,
    view.name,
  );
}

/** Whether the letters of a fingerprint at a place are what it is of, and no chance. */
export function stands(
  table: FingerprintTable,
  entry: number,
  { gaps }: Letters,
  start: number,
  { isNoise }: TextView,
): boolean {
  const fingerprint = table.fingerprint(entry);
  const isLongEnough = !isNoise || fingerprint.length >= shortestInNoise(fingerprint);
  return isLongEnough && hasFittingGaps(fingerprint, gaps, start);
}

/** A fingerprint where it was found. */
type Found = Fingerprint & Pick<Match, 'start' | 'end'>;

const codes: { readonly [kind in Fingerprint['kind']]: Discovery['code'] } = {
  words: 'audit-words',
  phrase: 'audit-words',
  word: 'audit-word',
  stem: 'audit-word',
  name: 'audit-name',
  'spaced-name': 'audit-name',
  canary: 'audit-canary',
};

/** Joins what was found of one code and one source and overlaps. It comes in the order of its places. */
export function joinOverlapping(
  found: readonly Found[],
  letters: Letters,
  view: string,
): readonly Discovery[] {
  const last = new Map<string, { readonly found: Found; end: number }>();
  const stretches: { readonly found: Found; end: number }[] = [];
  for (const each of found) {
    const group = `${codes[each.kind]} ${each.source}`;
    const before = last.get(group);
    if (before !== undefined && each.start < before.end) {
      before.end = Math.max(before.end, each.end);
      continue;
    }
    const stretch = { found: each, end: each.end };
    stretches.push(stretch);
    last.set(group, stretch);
  }
  return stretches.map(({ found: { kind, source, start }, end }) => ({
    code: codes[kind],
    source,
    letters: lettersToString(letters.codes.subarray(start, end)),
    view,
  }));
}

// In bytes that are no text, four given letters stand as a word once in a hundred million: too often for
// thousands of words.
function shortestInNoise({ kind }: Fingerprint): number {
  return kind === 'canary' ? 0 : kind === 'words' ? 12 : 7;
}

function searchBytes(view: BytesView, { attachments }: Fingerprints): readonly Discovery[] {
  if (attachments.size === 0) return [];
  const hash = createHash('sha256').update(view.bytes).digest('hex');
  const source = attachments.get(hash);
  return source === undefined ? [] : [{ code: 'audit-attachment', source, letters: hash, view: view.name }];
}
