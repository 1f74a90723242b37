import type { PublicContact, PublicText } from '../model/publication.ts';

/**
 * Makes text public. Called only on text of which this stage has decided that the public may read it, after what
 * is withheld was cut out; the linter lets no other folder make a `PublicText`.
 */
export function makePublic(text: string): PublicText {
  return text as PublicText;
}

/** Public text, or undefined where there is none; for fields that a paper may leave out. */
export function makePublicIfAny(text: string | undefined): PublicText | undefined {
  return text === undefined ? undefined : makePublic(text);
}

/** A contact's fields made public, those that are there. */
export function makeContactPublic(contact: { readonly [field: string]: string | undefined }): PublicContact {
  return withoutAbsent(
    Object.fromEntries(Object.entries(contact).map(([field, value]) => [field, makePublicIfAny(value)])),
  );
}

/** The same fields without those that are absent, for values whose types forbid an explicit undefined. */
export function withoutAbsent<T extends object>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
