import { createHash } from 'node:crypto';

/** What was found in pages and texts, by all that they hold: a meeting that is saved again has most of them as they were. */
export class RememberedFinds<Found> {
  readonly #found = new Map<string, Found>();

  /** What is found in the parts; looked for only where these were not among the last. */
  of(parts: readonly (string | Uint8Array)[], find: () => Found): Found {
    const digest = digestOf(parts);
    const found = this.#found.get(digest) ?? find();
    // As the newest: those that were not asked for the longest are forgotten.
    this.#found.delete(digest);
    this.#found.set(digest, found);
    if (this.#found.size > mostRemembered) this.#found.delete(this.#found.keys().next().value!);
    return found;
  }
}

/** Of some dozen meetings. */
const mostRemembered = 1000;

function digestOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // With their lengths: the same words in other parts are other texts.
  for (const part of parts) hash.update(`${part.length}\0`).update(part);
  return hash.digest('base64url');
}
