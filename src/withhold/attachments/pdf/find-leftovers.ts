import type { AttachmentFaultCode } from '../attachment-faults.ts';
import { decodeStream } from './decode-stream.ts';
import { linearizationOf } from './find-revision-faults.ts';
import { entryOf, isFontProgram, nameAt, walkValues, type PdfObject, type PdfValue } from './pdf-value.ts';
import { readTextString } from './read-text-string.ts';
import { trailersOf, type ScannedPdf } from './scan-pdf.ts';

type ObjectIndex = ReadonlyMap<number, PdfObject>;

/**
 * Finds content that no page of the file leads to: some programs delete a page or a comment by no longer naming it, and
 * leave its text in the file. What holds neither a stream nor words is let through.
 */
export function findLeftovers(
  pdf: ScannedPdf,
  objects: readonly PdfObject[],
): readonly AttachmentFaultCode[] {
  const index: ObjectIndex = new Map(objects.map((object) => [object.number, object]));
  const reached = reachFrom(trailersOf(pdf), index);
  const pages = pagesOf(pdf, index);
  const isLeft = (object: PdfObject) =>
    isPage(object.value)
      ? !pages.has(object.number)
      : !reached.has(object.number) && holdsContent(pdf, object);
  return objects.some(isLeft) ? ['attachment-pdf-leftover-object'] : [];
}

/**
 * Finds what the program that made a file keeps for itself (ISO 32000-1, 14.5): Illustrator puts the whole drawing there,
 * with what was deleted from the page. A few values without a stream are harmless.
 */
export function findPrivateData(objects: readonly PdfObject[]): readonly AttachmentFaultCode[] {
  const index: ObjectIndex = new Map(objects.map((object) => [object.number, object]));
  const isFull = objects.some(({ value }) =>
    [...walkValues(value)].some((part) => {
      const data = entryOf(part, 'PieceInfo');
      return (
        data !== undefined &&
        [...reachFrom([data], index)].some((number) => index.get(number)?.stream !== undefined)
      );
    }),
  );
  return isFull ? ['attachment-pdf-private-data'] : [];
}

/** Numbers of the objects that values refer to, directly or through others. */
function reachFrom(values: readonly PdfValue[], index: ObjectIndex): ReadonlySet<number> {
  const reached = new Set<number>();
  const waiting = [...values];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    for (const part of walkValues(value)) {
      if (part.kind !== 'reference' || reached.has(part.number)) continue;
      reached.add(part.number);
      const target = index.get(part.number);
      if (target !== undefined) waiting.push(target.value);
    }
  }
  return reached;
}

/** Numbers of the pages that a reader can turn to: those in the page tree, which is followed by `Kids` alone. */
function pagesOf(pdf: ScannedPdf, index: ObjectIndex): ReadonlySet<number> {
  const resolve = (value: PdfValue | undefined) =>
    value?.kind === 'reference' ? index.get(value.number)?.value : value;
  const numbers = new Set<number>();
  const waiting = trailersOf(pdf).map((trailer) => entryOf(resolve(entryOf(trailer, 'Root')), 'Pages'));
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node?.kind !== 'reference' || numbers.has(node.number)) continue;
    numbers.add(node.number);
    const kids = resolve(entryOf(resolve(node), 'Kids'));
    if (kids?.kind === 'array') waiting.push(...kids.items);
  }
  return numbers;
}

/** A template is a page that a script can bring out (ISO 32000-1, 12.7.6). */
function isPage(value: PdfValue): boolean {
  return /^(?:Page|Template)$/.test(nameAt(value, 'Type') ?? '');
}

function holdsContent(pdf: ScannedPdf, object: PdfObject): boolean {
  const { value, stream, offset } = object;
  // Tables and containers are read elsewhere and referred to by their place; so are a linearized file's hints.
  if (/^(?:XRef|ObjStm)$/.test(nameAt(value, 'Type') ?? '')) return false;
  if (stream !== undefined) return !isHintStream(pdf, offset) && !isFontData({ ...object, stream });
  // The title and author of a file are read with its text, whether or not they are still named.
  if (entryOf(value, 'Producer') !== undefined) return false;
  return [...walkValues(value)].some((part) => /\p{L}{2,}\s+\p{L}{2,}/u.test(readTextString(part) ?? ''));
}

/** Fonts and their character maps, which TeX leaves behind when it does not need them; they hold no sentences. */
function isFontData(object: PdfObject & { readonly stream: Uint8Array }): boolean {
  return isFontProgram(object.value) || Buffer.from(decodeStream(object)).includes('begincmap');
}

function isHintStream(pdf: ScannedPdf, offset: number): boolean {
  const hints = entryOf(linearizationOf(pdf)?.value, 'H');
  return (
    hints?.kind === 'array' && hints.items.some((item) => item.kind === 'number' && item.value === offset)
  );
}
