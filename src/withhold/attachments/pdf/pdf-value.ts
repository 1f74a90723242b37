/**
 * A value of a PDF (ISO 32000-1, 7.3). Names are without their solidus and with `#20` resolved; strings hold one
 * character a byte, since only their place says whether they are text.
 */
export type PdfValue =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'number'; readonly value: number }
  /** `true`, `false`, `null`. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary;

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** An indirect object, found by reading the file from its first byte to its last. */
export interface PdfObject {
  readonly number: number;
  /** Of the object's first byte in the file; of its stream's when it stands in an object stream. */
  readonly offset: number;
  readonly value: PdfValue;
  /** The stream as it stands in the file, before any filter. */
  readonly stream?: Uint8Array;
}

/** Thrown when bytes are no PDF that is understood; `inspectPdf` catches it. It says nothing of them. */
export class PdfSyntaxError extends Error {
  override readonly name = 'PdfSyntaxError';
}

/** The value of a dictionary's key; nothing for a value that is no dictionary. */
export function entryOf(value: PdfValue | undefined, key: string): PdfValue | undefined {
  return value?.kind === 'dictionary' ? value.entries.get(key) : undefined;
}

/** The name at a dictionary's key, such as `Page` at `Type`. */
export function nameAt(value: PdfValue | undefined, key: string): string | undefined {
  const entry = entryOf(value, key);
  return entry?.kind === 'name' ? entry.name : undefined;
}

/** The number at a dictionary's key. */
export function numberAt(value: PdfValue | undefined, key: string): number | undefined {
  const entry = entryOf(value, key);
  return entry?.kind === 'number' ? entry.value : undefined;
}

/** True for a stream that holds a font: binary, so that any run of characters may stand in it by chance. */
export function isFontProgram(value: PdfValue): boolean {
  const isNamed = /^(?:Type1C|CIDFontType0C|OpenType)$/.test(nameAt(value, 'Subtype') ?? '');
  return isNamed || entryOf(value, 'Length1') !== undefined;
}

/** A value and every value inside it, in order; references are yielded and not followed. */
export function* walkValues(value: PdfValue): Generator<PdfValue> {
  yield value;
  if (value.kind === 'array') for (const item of value.items) yield* walkValues(item);
  if (value.kind === 'dictionary') for (const entry of value.entries.values()) yield* walkValues(entry);
}
