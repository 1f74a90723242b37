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

/** An object of the export. Its `id` is the address of the document that holds it, with a fragment where it stands within another. */
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

/** The address of an object or list: `meeting/parish-council/2021-11-18#agenda-item-b2` stands in the file of its meeting. */
export function oparlUrl({ site }: Assembly, path: string): string {
  const [document, fragment] = path.split('#', 2) as [string, string?];
  const url = absoluteUrlOf(site, oparlAddress(document));
  return fragment === undefined ? url : `${url}#${fragment}`;
}

/**
 * An object as it stands in a list: without the objects within it, which have a list of their own. OParl calls this
 * `omit_internal`.
 */
export function withoutInternal(object: OparlObject): OparlObject {
  const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && 'id' in value;
  const fields = Object.entries(object).filter(
    ([, value]) => !(Array.isArray(value) ? value.some(isObject) : isObject(value)),
  );
  return Object.fromEntries(fields) as unknown as OparlObject;
}

/** The first and last of some days. OParl asks for both of every object, and papers have no other dates. */
export function stampOf(days: readonly string[], otherwise: string): Stamp {
  const sorted = days.toSorted();
  return { created: sorted[0] ?? otherwise, modified: sorted.at(-1) ?? otherwise };
}
