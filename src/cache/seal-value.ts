import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/*
 * What is known of withheld papers without their words (fingerprints, the grounds in the ledger) is kept sealed: whoever has
 * the cache and not its key, which is never in it, has nothing.
 */

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Seals a value under a secret; `name` is bound to it, so that no value can stand for another. */
export function sealValue(secret: Uint8Array, name: string, value: Uint8Array): Buffer {
  return Buffer.concat(sealInPieces(secret, name, value));
}

/** The same in pieces, to be put one after another: of a value of a hundred megabytes a copy is spared. */
export function sealInPieces(secret: Uint8Array, name: string, value: Uint8Array): readonly Buffer[] {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, cipherKey(secret), nonce);
  sealing.setAAD(Buffer.from(name));
  const sealed = sealing.update(value);
  // It only closes: this cipher keeps nothing back.
  sealing.final();
  return [nonce, sealing.getAuthTag(), sealed];
}

/** Opens a value; undefined where it was sealed under another secret or name, or is damaged. */
export function openValue(secret: Uint8Array, name: string, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const opening = createDecipheriv(cipher, cipherKey(secret), sealed.subarray(0, nonceBytes));
  opening.setAAD(Buffer.from(name));
  opening.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const value = opening.update(sealed.subarray(nonceBytes + tagBytes));
    // It only checks: this cipher keeps nothing back, and a copy of a hundred megabytes is spared.
    opening.final();
    return value;
  } catch {
    return undefined;
  }
}

const keys = new WeakMap<Uint8Array, Buffer>();

/** A key of its own, so that what else the secret is used for gives nothing away; derived once, since a build opens thousands of values. */
function cipherKey(secret: Uint8Array): Buffer {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'minutebook cache', 32));
  keys.set(secret, key);
  return key;
}
