import type { RecordedAddress } from './address-list.ts';
import { hashAddress } from './address-list.ts';
import { findVanished, type AddressesNow, type VanishedAddress } from './find-vanished.ts';

/** The list as it is to be written, and what was done; or why it cannot be. */
export type AddressRecord =
  | {
      readonly text: string;
      readonly added: number;
      readonly hashed: number;
    }
  /** Addresses that nothing accounts for: they stay, and the build goes on to say so. */
  | { readonly vanished: readonly VanishedAddress[] }
  | { readonly keyMissing: true };

/** What the list is brought up to date with. */
export interface RecordOptions extends AddressesNow {
  /** The file as it is; absent for a site that begins to keep one. */
  readonly text: string | undefined;
  readonly recorded: readonly RecordedAddress[];
  /** Addresses that an officer says must not be named any more. */
  readonly withdrawn: ReadonlySet<string>;
  /** The site's secret. */
  readonly key: string | undefined;
}

const head =
  '# Every address ever published. `npm run record-addresses` adds to it; the build fails when one of it vanishes.\n' +
  '# A line that begins with hmac-sha256 was the address of a paper that is withheld now.\n';

/**
 * Brings the list up to date, line by line, so that a comparison of two versions shows what was done: new addresses at
 * its end, those of withheld papers as keyed hashes, and a hash whose paper is public again as its address.
 */
export function recordAddresses(options: RecordOptions): AddressRecord {
  const { text = head, recorded, published, withdrawn, key } = options;
  const withheld = new Set([...options.withheld, ...withdrawn]);
  const found = findVanished(recorded, { published, withheld });
  if (found.vanished.length > 0) return { vanished: found.vanished };
  if (found.withdrawn.length > 0 && (key ?? '') === '') return { keyMissing: true };

  const replacements = new Map<number, string>();
  for (const { line, address } of found.withdrawn) replacements.set(line, hashAddress(key!, address));
  const isListed = new Set(recorded.flatMap((each) => (each.kind === 'address' ? [each.address] : [])));
  const hashes = new Map(
    recorded.flatMap((each) => (each.kind === 'hash' ? [[each.hash, each.line] as const] : [])),
  );
  const added = [...published].filter((address) => !isListed.has(address)).sort();
  const appended = added.filter((address) => {
    const line = (key ?? '') === '' ? undefined : hashes.get(hashAddress(key!, address));
    if (line !== undefined) replacements.set(line, address);
    return line === undefined;
  });

  const lines = text.replace(/\n*$/, '').split('\n');
  const written = lines.map((line, index) => {
    const replacement = replacements.get(index + 1);
    return replacement === undefined ? line : `- ${replacement}`;
  });
  return {
    text: [...written, ...appended.map((address) => `- ${address}`), ''].join('\n'),
    added: added.length,
    hashed: found.withdrawn.length,
  };
}
