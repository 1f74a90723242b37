import { absoluteUrlOf } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { momentOf } from '../meeting-times.ts';
import { oparlAddress } from '../export-addresses.ts';

/** A kind of object in OParl 1.1. */
export type OparlType =
  | 'System'
  | 'Body'
  | 'Organization'
  | 'Person'
  | 'Membership'
  | 'Meeting'
  | 'AgendaItem'
  | 'Paper'
  | 'Consultation'
  | 'File'
  | 'Location';

/** An object of the export. Its `id` is the address that it can be fetched from, even where it stands within another. */
export interface OparlObject {
  readonly id: string;
  readonly type: string;
  readonly created: string;
  readonly modified: string;
  readonly [field: string]: unknown;
}

/** The days that something came and was last changed, as far as the papers tell. */
export interface Stamp {
  readonly created: string;
  readonly modified: string;
}

/** Makes an object. Fields without a value are left out: OParl asks for no null. */
export function oparlObject(
  assembly: Assembly,
  type: OparlType,
  path: string,
  stamp: Stamp,
  fields: { readonly [field: string]: unknown },
): OparlObject {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    id: oparlUrl(assembly, path),
    type: `https://schema.oparl.org/1.1/${type}`,
    ...Object.fromEntries(present),
    created: momentOf(stamp.created, '00:00'),
    modified: momentOf(stamp.modified, '00:00'),
  };
}

/** The address of an object or list. */
export function oparlUrl({ site }: Assembly, path: string): string {
  return absoluteUrlOf(site, oparlAddress(path));
}

/** The first and last of some days. OParl asks for both of every object, and papers have no other dates. */
export function stampOf(days: readonly string[], otherwise: string): Stamp {
  const sorted = days.toSorted();
  return { created: sorted[0] ?? otherwise, modified: sorted.at(-1) ?? otherwise };
}
