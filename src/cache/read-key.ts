import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const keyBytes = 32;

/**
 * The secret of a site's fingerprints: of the site's own secret where it has one, and else in a file that only this account
 * may read, which is made when it is first needed. The file stands beside the cache and never in it: whoever carries the
 * cache to another machine does not carry the key.
 */
export function readKey(file: string, siteSecret: string | undefined): Buffer {
  if (siteSecret !== undefined && siteSecret !== '')
    return Buffer.from(hkdfSync('sha256', siteSecret, '', 'minutebook fingerprints', keyBytes));
  return readKeyFile(file) ?? makeKeyFile(file);
}

function readKeyFile(file: string): Buffer | undefined {
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
    return key.length === keyBytes ? key : undefined;
  } catch {
    return undefined;
  }
}

function makeKeyFile(file: string): Buffer {
  const key = randomBytes(keyBytes);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${key.toString('hex')}\n`, { mode: 0o600 });
  return key;
}
