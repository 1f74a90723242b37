import { deserialize, serialize } from 'node:v8';
import type { Cache } from './open-cache.ts';
import { openValue, sealInPieces, sealValue } from './seal-value.ts';
import { joinSections, readSection } from './sections.ts';

/** Where a value is kept, for whoever opens it in another thread. */
export interface KeptValue {
  /** That it is sealed under. */
  readonly name: string;
  readonly digest: string;
  readonly path: string;
}

/** Values of a cache by their kind and a digest of all that they were made from; whoever has the cache without its key reads none. */
export interface SealedValues {
  /** Undefined where none was kept, or it is damaged or sealed under another key. */
  readonly find: <Value>(kind: string, digest: string) => Value | undefined;
  /** The one value of a kind, right or not; undefined where there is none, or several. */
  readonly findOnly: (kind: string) => KeptValue | undefined;
  /** The same from each of the caches that have one, in their order. */
  readonly findAll: <Value>(kind: string, digest: string) => readonly Value[];
  /** Keeps a plain value: one that a thread could be given. */
  readonly keep: (kind: string, digest: string, value: unknown) => void;
  /** Keeps plain values together, each to be found by itself. */
  readonly keepSections: (
    kind: string,
    digest: string,
    sections: { readonly [section: string]: unknown },
  ) => void;
  /** One of the values that were kept together. `isWhole` asks whether the others are undamaged too: what is found then can be relied on later. */
  readonly findSection: <Value>(
    kind: string,
    digest: string,
    section: string,
    options?: { readonly isWhole: boolean },
  ) => Value | undefined;
  /** Says that a value is still of use, without a look at it. */
  readonly retain: (kind: string, digest: string) => void;
  /** Deletes what was neither found, kept nor retained. */
  readonly forgetOthers: () => void;
}

/** Opens the values of a cache under a key. What it does not have is taken over from the others, in their order. */
export function openSealedValues(cache: Cache, key: Uint8Array, others: readonly Cache[] = []): SealedValues {
  const used = new Set<string>();
  const takeOver = (name: string, from: Cache): void => {
    if (from !== cache) cache.adopt(name, from);
    used.add(name);
  };
  /** Takes over the first. */
  function* openEach(name: string): Generator<unknown, undefined> {
    let isFirst = true;
    const open = (sealed: Buffer | undefined): Buffer | undefined =>
      sealed === undefined ? undefined : openValue(key, name, sealed);
    for (const each of [cache, ...others]) {
      // What is sealed opens only if it is as it was sealed. The cache is asked again to say so where it is damaged.
      const value = open(each.readUnchecked(name)) ?? open(each.read(name));
      if (value === undefined) continue;
      if (isFirst) takeOver(name, each);
      isFirst = false;
      yield deserialize(value);
    }
  }
  return {
    find: <Value>(kind: string, digest: string) =>
      openEach(`${kind}/${digest}`).next().value as Value | undefined,
    findOnly: (kind) => {
      const [digest, ...more] = cache.list(kind);
      if (digest === undefined || more.length > 0) return undefined;
      const name = `${kind}/${digest}`;
      return { name, digest, path: cache.pathOf(name) };
    },
    findAll: <Value>(kind: string, digest: string) => [...openEach(`${kind}/${digest}`)] as Value[],
    findSection: <Value>(kind: string, digest: string, section: string, { isWhole } = { isWhole: false }) => {
      const name = `${kind}/${digest}`;
      for (const each of [cache, ...others]) {
        const readFrom = (whole: Buffer | undefined) => (start: number, length: number) =>
          whole === undefined
            ? each.readRange(name, start, length)
            : whole.length < start + length
              ? undefined
              : whole.subarray(start, start + length);
        const open = (whole?: Buffer): Buffer | undefined => {
          const sealed = readSection(readFrom(whole), section);
          return sealed === undefined ? undefined : openValue(key, `${name}#${section}`, sealed);
        };
        let value = isWhole ? undefined : open();
        if (value === undefined) {
          // It tells of what is damaged, and reads what is not, if only for once.
          const whole = each.read(name);
          value = whole === undefined ? undefined : open(whole);
        }
        if (value === undefined) continue;
        takeOver(name, each);
        return deserialize(value) as Value;
      }
      return undefined;
    },
    keepSections: (kind, digest, sections) => {
      const name = `${kind}/${digest}`;
      const sealed = Object.entries(sections).map(
        ([section, value]) => [section, sealValue(key, `${name}#${section}`, serialize(value))] as const,
      );
      cache.write(name, joinSections(new Map(sealed)));
      used.add(name);
    },
    keep: (kind, digest, value) => {
      const name = `${kind}/${digest}`;
      cache.write(name, ...sealInPieces(key, name, serialize(value)));
      used.add(name);
    },
    retain: (kind, digest) => {
      const name = `${kind}/${digest}`;
      used.add(name);
      if (others.length === 0 || cache.has(name)) return;
      const other = others.find((each) => each.has(name));
      if (other !== undefined) cache.adopt(name, other);
    },
    forgetOthers: () => cache.keepOnly(used),
  };
}
