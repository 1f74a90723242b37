import { createHash } from 'node:crypto';
import type { LeakCode } from './finding.ts';
import type { Fingerprints } from './fingerprint.ts';
import { hasFittingGaps, type Fingerprint, type FingerprintTable, type Match } from './fingerprint-table.ts';
import { lettersToString, toLetters, type Letters } from './letters.ts';
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

/** What is looked for in a file: everything, or only what no third-party file can hold by chance. */
export type Thoroughness = 'everything' | 'canaries and names';

/** Looks for everything withheld in one view. Runs of words that overlap are one discovery. */
export function searchView(
  view: TextView | BytesView,
  fingerprints: Fingerprints,
  thoroughness: Thoroughness,
): readonly Discovery[] {
  if (view.kind === 'bytes') return searchBytes(view, fingerprints);
  const letters = toLetters(view.text);
  const accepts = (fingerprint: Fingerprint, start: number): boolean =>
    isSought(fingerprint, view.isNoise, thoroughness) && hasFittingGaps(fingerprint, letters.gaps, start);
  const tables: readonly FingerprintTable[] = view.isIndex
    ? [fingerprints.table, fingerprints.stems]
    : [fingerprints.table];
  const matches = tables.flatMap((table) => table.findMatches(letters, accepts));
  return joinOverlapping(matches, letters, view.name);
}

const codes: { readonly [kind in Fingerprint['kind']]: Discovery['code'] } = {
  words: 'audit-words',
  phrase: 'audit-words',
  word: 'audit-word',
  stem: 'audit-word',
  name: 'audit-name',
  'spaced-name': 'audit-name',
  canary: 'audit-canary',
};

/** Joins matches of one code and one source that overlap. Matches come in the order of their places. */
export function joinOverlapping(
  matches: readonly Match[],
  letters: Letters,
  view: string,
): readonly Discovery[] {
  const last = new Map<string, { readonly match: Match; end: number }>();
  const stretches: { readonly match: Match; end: number }[] = [];
  for (const match of matches) {
    const group = `${codes[match.fingerprint.kind]} ${match.fingerprint.source}`;
    const before = last.get(group);
    if (before !== undefined && match.start < before.end) {
      before.end = Math.max(before.end, match.end);
      continue;
    }
    const stretch = { match, end: match.end };
    stretches.push(stretch);
    last.set(group, stretch);
  }
  return stretches.map(({ match, end }) => ({
    code: codes[match.fingerprint.kind],
    source: match.fingerprint.source,
    letters: lettersToString(letters.codes.subarray(match.start, end)),
    view,
  }));
}

function isSought(fingerprint: Fingerprint, isNoise: boolean, thoroughness: Thoroughness): boolean {
  if (fingerprint.kind === 'canary') return true;
  if (thoroughness === 'canaries and names' && codes[fingerprint.kind] !== 'audit-name') return false;
  return !isNoise || fingerprint.length >= shortestInNoise(fingerprint);
}

// In bytes that are no text, four given letters stand as a word once in a hundred million: too often for
// thousands of words.
function shortestInNoise(fingerprint: Fingerprint): number {
  return fingerprint.kind === 'words' ? 12 : 7;
}

function searchBytes(view: BytesView, { attachments }: Fingerprints): readonly Discovery[] {
  if (attachments.size === 0) return [];
  const hash = createHash('sha256').update(view.bytes).digest('hex');
  const source = attachments.get(hash);
  return source === undefined ? [] : [{ code: 'audit-attachment', source, letters: hash, view: view.name }];
}
