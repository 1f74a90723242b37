import type { AttachmentFaultCode } from '../attachment-faults.ts';
import { entryOf, numberAt, type PdfObject } from './pdf-value.ts';
import { trailersOf, type PdfMark, type ScannedPdf } from './scan-pdf.ts';

/**
 * Finds earlier revisions: a PDF that was changed by appending to it keeps what it was before (ISO 32000-1, 7.5.6).
 * Two kinds of file are in two parts though nothing was changed, and are let through:
 * - a linearized one, whose parameters (Annex F) name the length that the file still has;
 * - one saved by Microsoft Word, which appends a table without entries for old readers (7.5.8.4).
 */
export function findRevisionFaults(
  pdf: ScannedPdf,
  objects: readonly PdfObject[],
): readonly AttachmentFaultCode[] {
  const numbers = new Set(objects.map(({ number }) => number));
  const endCount = pdf.marks.filter(({ kind }) => kind === 'end').length;
  const previousCount = trailersOf(pdf).filter((trailer) => entryOf(trailer, 'Prev') !== undefined).length;
  const isWhole = endCount === 1 && previousCount === 0;
  const isLinearized = linearizationOf(pdf) !== undefined && previousCount === 1 && endCount <= 2;
  const isHybrid = endCount === 2 && previousCount === 1 && appendsNothing(pdf.marks);
  return numbers.size === objects.length && (isWhole || isLinearized || isHybrid)
    ? []
    : ['attachment-pdf-earlier-revision'];
}

/** The object that says how a linearized file is laid out, when the file still has the length it names. */
export function linearizationOf({ marks, size }: ScannedPdf): PdfObject | undefined {
  const first = marks.find((mark) => mark.kind === 'object')?.object;
  return numberAt(first?.value, 'Linearized') !== undefined && numberAt(first?.value, 'L') === size
    ? first
    : undefined;
}

/** True when nothing was appended but a table without entries and a trailer that names a cross-reference stream. */
function appendsNothing(marks: readonly PdfMark[]): boolean {
  const appended = marks.slice(marks.findIndex(({ kind }) => kind === 'end') + 1);
  return appended.every((mark) => {
    switch (mark.kind) {
      case 'object':
        return false;
      case 'table':
        return mark.entryCount === 0;
      case 'trailer':
        return entryOf(mark.dictionary, 'XRefStm') !== undefined;
      case 'start':
      case 'end':
        return true;
    }
  });
}
