import type { Fingerprints } from '../audit/fingerprint.ts';
import { subtractPublic } from '../audit/fingerprint.ts';
import { isSuspicious } from '../audit/is-suspicious.ts';
import { findPublicHits, type PublicHits } from '../audit/public-hits.ts';
import { findRawHits } from '../audit/raw-hits.ts';
import type { WithheldPrints } from '../audit/withheld-prints.ts';

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

  /**
   * Whether something withheld stands in the bytes and in none of the public texts, or something of the bytes cannot be read.
   * `publicHits` are asked for only where something is found.
   */
  async holds(bytes: Uint8Array, publicHits: () => readonly PublicHits[]): Promise<boolean> {
    const { hits, unreadable } = await findRawHits(bytes, this.prints);
    if (unreadable.length > 0) return true;
    if (hits.found.length + hits.stems.length + hits.attachments.length === 0) return false;
    const known = [...publicHits(), ...this.#hitsOfSite()];
    const isPublic = (entry: number): boolean => known.some(({ found }) => found.has(entry));
    if (hits.found.every(isPublic) && hits.stems.length + hits.attachments.length === 0) return false;
    return isSuspicious(hits, this.#lookedFor(known));
  }

  /** Whether a public text has a run of withheld words that is too long to be chance. */
  hasOverlap({ longRuns }: PublicHits): boolean {
    return [...longRuns].some((entry) => this.#isLookedFor('longRuns', entry));
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
