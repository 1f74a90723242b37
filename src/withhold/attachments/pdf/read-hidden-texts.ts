import { decodeStream, filtersOf, pictureFilters } from './decode-stream.ts';
import { PdfLexer } from './pdf-lexer.ts';
import { isFontProgram, nameAt, walkValues, type PdfObject } from './pdf-value.ts';
import { readJpegTexts } from './read-jpeg-texts.ts';
import { readTextString } from './read-text-string.ts';

const notText = /^(?:XRef|ObjStm)$/;

/**
 * Reads the text of a PDF that stands on no page: title and author, bookmarks, alternative text, form values, XMP,
 * comments of pictures. The audit compares it with what was withheld, since it is published with the file.
 * Throws when a stream cannot be decoded.
 */
export function readHiddenTexts(objects: readonly PdfObject[]): readonly string[] {
  const texts = objects.flatMap(({ value }) =>
    [...walkValues(value)].flatMap((part) => readTextString(part) ?? []),
  );
  const streams = objects.flatMap((object) =>
    object.stream ? readStreamTexts({ ...object, stream: object.stream }) : [],
  );
  return [...texts, ...streams].map(cleanText).filter((text) => /\p{L}{2}/u.test(text));
}

function readStreamTexts(object: PdfObject & { readonly stream: Uint8Array }): readonly string[] {
  const { value } = object;
  if (isPicture(object))
    return filtersOf(object).includes('DCTDecode') ? readJpegTexts(decodeStream(object)) : [];
  if (notText.test(nameAt(value, 'Type') ?? '') || isFontProgram(value)) return [];
  const bytes = decodeStream(object);
  const isXmp = nameAt(value, 'Type') === 'Metadata' || nameAt(value, 'Subtype') === 'XML';
  return isXmp ? [readXmpText(bytes)] : readReplacementTexts(Buffer.from(bytes).toString('latin1'));
}

function isPicture(object: PdfObject): boolean {
  return (
    nameAt(object.value, 'Subtype') === 'Image' ||
    filtersOf(object).some((filter) => pictureFilters.includes(filter))
  );
}

/** Text that a page gives to screen readers in place of what it shows, written among its drawing operators. */
function readReplacementTexts(content: string): readonly string[] {
  const keys = content.matchAll(
    /\/(?:ActualText|Alt|E|Contents)[\0\t\n\f\r ]*(?=\(|<[\dA-Fa-f\0\t\n\f\r ]*>)/g,
  );
  return [...keys].map(({ 0: key, index }) =>
    readTextString(new PdfLexer(content, index + key.length).readValue())!,
  );
}

/** The words of XMP without its markup; values stand in elements and in attributes. */
function readXmpText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xfe ? 'utf-16be' : bytes[0] === 0xff ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding)
    .decode(bytes)
    .replace(/<[?!/]?[\w:.-]+|xmlns(?::\w+)?=(?:"[^"]*"|'[^']*')|[\w:.-]+=(?=["'])|[<>"'?]/g, ' ');
}

function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\s]+/gu, ' ').trim();
}
