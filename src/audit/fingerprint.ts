import type { Withheld } from '../model/withheld.ts';
import { findPublicHits, type PublicHits } from './public-hits.ts';
import { printWithheld, type WithheldPrints } from './withheld-prints.ts';

/** What was withheld as the output is searched for it: fingerprints, less what is public anyway. */
export interface Fingerprints {
  readonly prints: WithheldPrints;
  /** Whether a fingerprint of `prints.table` is looked for. */
  readonly isSought: (entry: number) => boolean;
  /** The same for `prints.stems`. */
  readonly isSoughtStem: (entry: number) => boolean;
  /** Withheld attachments that are not published as well, as in `prints`. */
  readonly attachments: ReadonlyMap<string, number>;
}

/**
 * Fingerprints everything that was withheld, less what is public anyway.
 *
 * `publicTexts` are all the texts that may come out: the publication's, and the words of templates, scripts
 * and style sheets of the site itself; a word that is in none of them and in no list of English is a
 * finding wherever it stands. `publicFileHashes` are SHA-256 digests, hexadecimal, of the attachments that
 * are published. Time and memory are linear in the texts.
 */
export function fingerprintWithheld(
  withheld: Withheld,
  publicTexts: Iterable<string>,
  publicFileHashes: ReadonlySet<string>,
): Fingerprints {
  const prints = printWithheld(withheld);
  return subtractPublic(prints, [findPublicHits(prints, publicTexts)], publicFileHashes);
}

/** Takes away from what was withheld whatever public texts, a hit for each of them, have as well. */
export function subtractPublic(
  prints: WithheldPrints,
  hits: Iterable<PublicHits>,
  publicFileHashes: ReadonlySet<string>,
): Fingerprints {
  const isPublic = new Uint8Array(prints.table.size);
  const isPublicStem = new Uint8Array(prints.stems.size);
  for (const { found, stems } of hits) {
    for (const entry of found) isPublic[entry] = 1;
    for (const entry of stems) isPublicStem[entry] = 1;
  }
  for (const [whole, rest] of prints.names) if (isPublic[rest] === 1) isPublic[whole] = 1;
  // A stem says what its word says; a canary's has no word and is never public.
  prints.wordsOfStem.forEach((words, stem) => {
    if (words.length > 0 && words.every((word) => isPublic[word] === 1)) isPublicStem[stem] = 1;
  });
  return {
    prints,
    isSought: (entry) => isPublic[entry] === 0,
    isSoughtStem: (entry) => isPublicStem[entry] === 0,
    attachments: new Map([...prints.attachments].filter(([hash]) => !publicFileHashes.has(hash))),
  };
}
