import { openOtherCache, type Cache } from '../cache/open-cache.ts';
import { openSealedValues, type SealedValues } from '../cache/sealed-values.ts';

/** Parts of a site that were made elsewhere, for a build to take over. */
interface JoinedParts {
  /** Those that are of use. */
  readonly caches: readonly Cache[];
  /** What was left aside and why, in whole sentences. */
  readonly notes: () => readonly string[];
}

const kind = 'bodies-of-part';
/** The one value of its kind. */
const name = 'all';

/** Says in a cache whose bodies' papers it was made from. */
export function keepBodiesOfPart(values: SealedValues, bodies: ReadonlySet<string>): void {
  values.keep(kind, name, bodies);
}

/** Opens the folders of parts. One that was made by another version, under another secret or by no part build is left aside. */
export function openJoinedParts(
  directories: readonly string[],
  version: string,
  key: Uint8Array,
): JoinedParts {
  const caches: Cache[] = [];
  const refusals: string[] = [];
  for (const directory of directories) {
    const opened = openOtherCache(directory, version);
    if ('refusal' in opened) {
      refusals.push(opened.refusal);
      continue;
    }
    const bodies = openSealedValues(opened.cache, key).find<ReadonlySet<string>>(kind, name);
    if (bodies === undefined) {
      refusals.push(
        `The folder ${directory} was made with another secret than this build has, or by no \`npm run build-part\`, and is left aside. MINUTEBOOK_ACCEPTANCE_KEY must be the same in all of them.`,
      );
      continue;
    }
    caches.push(opened.cache);
  }
  return { caches, notes: () => [...refusals, ...caches.flatMap((each) => each.notes())] };
}
