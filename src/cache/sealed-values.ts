import { deserialize, serialize } from 'node:v8';
import type { Cache } from './open-cache.ts';
import { openValue, sealValue } from './seal-value.ts';

/** Values of a cache by their kind and a digest of all that they were made from; whoever has the cache without its key reads none. */
export interface SealedValues {
  /** Undefined where none was kept, or it is damaged or sealed under another key. */
  readonly find: <Value>(kind: string, digest: string) => Value | undefined;
  /** Keeps a plain value: one that a thread could be given. */
  readonly keep: (kind: string, digest: string, value: unknown) => void;
  /** Says that a value is still of use, without a look at it. */
  readonly retain: (kind: string, digest: string) => void;
  /** Deletes what was neither found, kept nor retained. */
  readonly forgetOthers: () => void;
}

/** Opens the values of a cache under a key. What it does not have is taken over from the others, in their order. */
export function openSealedValues(cache: Cache, key: Uint8Array, others: readonly Cache[] = []): SealedValues {
  const used = new Set<string>();
  return {
    find: <Value>(kind: string, digest: string) => {
      const name = `${kind}/${digest}`;
      for (const each of [cache, ...others]) {
        const sealed = each.read(name);
        const value = sealed === undefined ? undefined : openValue(key, name, sealed);
        if (value === undefined) continue;
        if (each !== cache) cache.adopt(name, each);
        used.add(name);
        return deserialize(value) as Value;
      }
      return undefined;
    },
    keep: (kind, digest, value) => {
      const name = `${kind}/${digest}`;
      cache.write(name, sealValue(key, name, serialize(value)));
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
