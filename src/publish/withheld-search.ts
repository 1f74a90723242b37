import type { Fingerprints } from '../audit/fingerprint.ts';
import { subtractPublic } from '../audit/fingerprint.ts';
import { isSuspicious } from '../audit/is-suspicious.ts';
import { findPublicHits, type PublicHits } from '../audit/public-hits.ts';
import { findRawHits, type SearchedBytes } from '../audit/raw-hits.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';
import { RememberedFinds } from './remembered-finds.ts';

/** Which fingerprints of a table are looked for, by their numbers. */
export type IsLookedFor = (table: 'table' | 'stems' | 'longRuns', entry: number) => boolean;

/**
 * Searches bytes for what is withheld, as the audit of a whole site does, but with the public texts alone that the bytes may be
 * made of. So it never passes what the audit would find, and in doubt it finds what the audit would pass.
 */
export class WithheldSearch {
  readonly prints: WithheldPrints;
  readonly #siteTexts: readonly string[];
  readonly #isLookedFor: IsLookedFor;
  readonly #inBytes = new RememberedFinds<Promise<SearchedBytes>>();
  readonly #inTexts = new RememberedFinds<PublicHits>();
  #siteHits: readonly PublicHits[] | undefined;

  /** `siteTexts` are those of settings, templates and bodies, which any page may show. */
  constructor(prints: WithheldPrints, siteTexts: readonly string[], isLookedFor: IsLookedFor = () => true) {
    this.prints = prints;
    this.#siteTexts = siteTexts;
    this.#isLookedFor = isLookedFor;
  }

  /** Looks for what the first search would wait for, and lets others have their turn in between. */
  async prepare(): Promise<void> {
    const hits: PublicHits[] = [];
    for (const text of this.#siteTexts) {
      hits.push(findPublicHits(this.prints, [text]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#siteHits = hits;
  }

  /** What of the withheld the texts of the site hold: looked for once, when it is first needed. */
  #hitsOfSite(): readonly PublicHits[] {
    return (this.#siteHits ??= [findPublicHits(this.prints, this.#siteTexts)]);
  }

  /** Looks for everything withheld in the bytes, be it public as well or not. */
  find(bytes: Uint8Array): Promise<SearchedBytes> {
    return this.#inBytes.of([bytes], () => findRawHits(bytes, this.prints));
  }

  /** What of the withheld public texts hold as well. Most of a meeting's papers are as they were at the last look. */
  findPublic(texts: readonly string[]): PublicHits {
    return this.#inTexts.of(texts, () => findPublicHits(this.prints, texts));
  }

  /** Whether all that was found in some bytes stands in public texts word for word, and all of them could be read. If not, `isHeld` has more to say. */
  isPublic({ hits, unreadable }: SearchedBytes, publicHits: readonly PublicHits[]): boolean {
    if (unreadable.length + hits.stems.length + hits.attachments.length > 0) return false;
    if (hits.found.length === 0) return true;
    const known = [...publicHits, ...this.#hitsOfSite()];
    return hits.found.every((entry) => known.some(({ found }) => found.includes(entry)));
  }

  /** Whether something withheld was found in some bytes that stands in none of the public texts, or something of them cannot be read. */
  isHeld({ hits, unreadable }: SearchedBytes, publicHits: readonly PublicHits[]): boolean {
    if (unreadable.length > 0) return true;
    if (hits.found.length + hits.stems.length + hits.attachments.length === 0) return false;
    return isSuspicious(hits, this.#lookedFor([...publicHits, ...this.#hitsOfSite()]));
  }

  /** Whether a public text has a run of withheld words that is too long to be chance. */
  hasOverlap({ longRuns }: PublicHits): boolean {
    return longRuns.some((entry) => this.#isLookedFor('longRuns', entry));
  }

  #lookedFor(publicHits: readonly PublicHits[]): Fingerprints {
    const fingerprints = subtractPublic(this.prints, publicHits, new Set());
    return {
      ...fingerprints,
      isSought: (entry) => fingerprints.isSought(entry) && this.#isLookedFor('table', entry),
      isSoughtStem: (entry) => fingerprints.isSoughtStem(entry) && this.#isLookedFor('stems', entry),
    };
  }
}
