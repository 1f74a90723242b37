import { deserialize } from 'node:v8';
import { openSharedPrints, sharePrints, type SharedPrints } from '../audit/shared-prints.ts';
import { readUncheckedValue } from '../cache/open-cache.ts';
import { openValue } from '../cache/seal-value.ts';
import type { KeptValue } from '../cache/sealed-values.ts';

/** Opens prints that an earlier build has kept, in a thread of its own, into memory that threads share. Undefined where they do not open. */
export function createAnswerer(key: Uint8Array): (kept: KeptValue) => SharedPrints | undefined {
  return ({ name, path }) => {
    const sealed = readUncheckedValue(path);
    const value = sealed === undefined ? undefined : openValue(key, name, sealed);
    return value === undefined
      ? undefined
      : sharePrints(openSharedPrints(key, deserialize(value) as SharedPrints));
  };
}
