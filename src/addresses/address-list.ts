import { createHmac } from 'node:crypto';
import { problemAt, type Problem } from '../model/problem.ts';
import { readSettings } from '../validate/read-settings.ts';

/** A line of `data/addresses.yaml`: an address, or the keyed hash of one that must not be named any more. */
export type RecordedAddress = { readonly line: number } & (
  { readonly kind: 'address'; readonly address: string } | { readonly kind: 'hash'; readonly hash: string }
);

/** The list of every address ever published, below the data folder. */
export const addressListFile = 'addresses.yaml';

const folders = String.raw`\/(?:[a-z0-9][a-z0-9._-]*\/)*`;

/** A file as an address has it, percent-encoded, with its extension: without one it would be a page that lacks its slash. */
const fileName = String.raw`[A-Za-z0-9%_~!*'()-][A-Za-z0-9%._~!*'()-]*\.[A-Za-z0-9]{2,5}`;

/** An address of a page, which ends in a slash, or of a file. No part of it begins with a dot, so that none leads out of the site. */
export const addressPattern = new RegExp(`^${folders}(?:${fileName})?$`);

/** What a former address may lead to: an address, also a place on a page. */
export const targetPattern = new RegExp(`^${folders}(?:${fileName}|#[A-Za-z0-9_-]+)?$`);

const hashPattern = /^hmac-sha256:[0-9a-f]{32}$/;

/** Reads the list: every line of it, or problems and none. */
export function parseAddressList(
  yaml: string,
): { readonly recorded: readonly RecordedAddress[] } | { readonly problems: readonly Problem[] } {
  const settings = readSettings(`data/${addressListFile}`, yaml);
  if ('problems' in settings) return settings;
  const { values, placeOf } = settings;
  // An empty file reads as an empty map.
  const lines: readonly unknown[] = Array.isArray(values) ? values : Object.keys(values as object);
  const recorded = lines.map((value, index): RecordedAddress | undefined => {
    const { line } = placeOf([index]);
    if (typeof value !== 'string') return undefined;
    if (hashPattern.test(value)) return { kind: 'hash', hash: value, line };
    return addressPattern.test(value) ? { kind: 'address', address: value, line } : undefined;
  });
  const problems = recorded.flatMap((each, index) =>
    each === undefined
      ? [
          problemAt(
            placeOf([index]),
            'address-list-invalid',
            'This line of the list of addresses is neither an address nor the hash of one.',
            'Take back what was changed in this file: `npm run record-addresses` alone writes it, such as `- /parish-council/2021-11-18/`.',
          ),
        ]
      : [],
  );
  return problems.length > 0 ? { problems } : { recorded: recorded.filter((each) => each !== undefined) };
}

/**
 * What stands in the list for the address of a withheld paper: an address has the words of the paper's title, and a
 * plain digest would let anybody try out titles until one fits.
 */
export function hashAddress(key: string, address: string): string {
  const digest = createHmac('sha256', key).update(`address\0${address}`).digest('hex');
  return `hmac-sha256:${digest.slice(0, 32)}`;
}
