import * as z from 'zod';
import type { FormerAddress } from '../model/former-address.ts';
import { problemAt, type Problem } from '../model/problem.ts';
import { readSettings } from '../validate/read-settings.ts';
import { addressPattern, targetPattern } from './address-list.ts';

/** Where former addresses lead, below the data folder. */
export const redirectsFile = 'redirects.yaml';

const address = z.string().regex(addressPattern);

const formerAddress = z.union([
  z.strictObject({
    /** What was published once. */
    from: address,
    /** The page or file that it is now, also a place on a page. */
    to: z.string().regex(targetPattern),
  }),
  z.strictObject({
    from: address,
    /** What it was and why it is gone, in a sentence for the public. */
    gone: z.string().trim().min(1),
  }),
]);

/** Reads `data/redirects.yaml`: every former address, or problems and none. */
export function parseFormerAddresses(
  yaml: string,
): { readonly former: readonly FormerAddress[] } | { readonly problems: readonly Problem[] } {
  const settings = readSettings(`data/${redirectsFile}`, yaml);
  if ('problems' in settings) return settings;
  const { values, placeOf } = settings;
  const entries: readonly unknown[] = Array.isArray(values) ? values : Object.keys(values as object);
  const parsed = entries.map((entry) => formerAddress.safeParse(entry));
  const problems = parsed.flatMap(({ success }, index) =>
    success
      ? []
      : [
          problemAt(
            placeOf([index]),
            'redirect-invalid',
            'This entry does not say of one address where it leads now or what it was.',
            'Write `- from: /parish-council/2021-11-18/old-name/` and under it `to: /parish-council/2021-11-18/new-name/`, or `gone:` and a sentence for the public.',
          ),
        ],
  );
  if (problems.length > 0) return { problems };
  return {
    former: parsed.flatMap(({ data }, index) =>
      data === undefined ? [] : [{ ...data, line: placeOf([index]).line }],
    ),
  };
}
