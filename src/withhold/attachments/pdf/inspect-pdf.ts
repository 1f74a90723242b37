import type { AttachmentFault, AttachmentFaultCode } from '../attachment-faults.ts';
import { expandObjectStreams } from './expand-object-streams.ts';
import { findActiveContent } from './find-active-content.ts';
import { findCoveredPages } from './find-covered-pages.ts';
import { findLeftovers, findPrivateData } from './find-leftovers.ts';
import { findRevisionFaults } from './find-revision-faults.ts';
import { entryOf, type PdfObject } from './pdf-value.ts';
import { readHiddenTexts } from './read-hidden-texts.ts';
import { readPageTexts } from './read-page-texts.ts';
import { scanPdf, trailersOf, type ScannedPdf } from './scan-pdf.ts';

/** What a PDF says, and why it cannot be published. */
export interface InspectedPdf {
  readonly faults: readonly AttachmentFault[];
  /** Of its pages, then of everything else in the file that is text. */
  readonly text: string;
  /** Of its pages alone. */
  readonly pageText: string;
  readonly pages: number;
}

/** Inspects a PDF, which is published as it is. Every fault is named in one run, as far as the file can be read. */
export async function inspectPdf(bytes: Uint8Array): Promise<InspectedPdf> {
  const structure = inspectStructure(bytes);
  const isSound = structure.codes.length === 0;
  const pageTexts = await readPageTexts(bytes);
  const covered = isSound ? await findCoveredPages(bytes) : [];
  const isRead = covered !== undefined && pageTexts !== undefined && pageTexts.length > 0;
  const pageText = (pageTexts ?? []).join('\n');
  return {
    faults: [
      ...(isSound && !isRead ? [unreadable] : structure.codes).map((code) => ({ code })),
      ...(covered ?? []).map((page): AttachmentFault => ({
        code: 'attachment-pdf-covered-text',
        where: `page ${page}`,
      })),
    ],
    text: [pageText, ...structure.texts].join('\n'),
    pageText,
    pages: pageTexts?.length ?? 0,
  };
}

const unreadable: AttachmentFaultCode = 'attachment-pdf-unreadable';

interface Structure {
  readonly codes: readonly AttachmentFaultCode[];
  readonly texts: readonly string[];
}

function inspectStructure(bytes: Uint8Array): Structure {
  if (hasTrailingBytes(bytes)) return { codes: ['attachment-pdf-trailing-bytes'], texts: [] };
  try {
    return inspectObjects(scanPdf(bytes));
  } catch {
    // Anything not understood may hide something, whether it is our syntax error, zlib's, or a nesting without end.
    return { codes: [unreadable], texts: [] };
  }
}

function inspectObjects(pdf: ScannedPdf): Structure {
  // Object streams of an encrypted file cannot be opened, so nothing else is worth saying.
  if (trailersOf(pdf).some((trailer) => entryOf(trailer, 'Encrypt') !== undefined)) {
    return { codes: ['attachment-pdf-encrypted'], texts: [] };
  }
  const objects = expandObjectStreams(
    pdf.marks.flatMap((mark) => (mark.kind === 'object' ? [mark.object] : [])),
  );
  const codes = [
    ...findRevisionFaults(pdf, objects),
    ...findActiveContent(objects),
    ...findPrivateData(objects),
    ...findLeftovers(pdf, objects),
  ];
  // The second line of a file is a comment of bytes that mark it as binary.
  const comments = pdf.comments.filter((comment) => /[A-Za-z]{2}/.test(comment));
  return {
    codes: [...new Set(codes)],
    texts: [...comments, ...readHiddenTexts(textHolders(pdf, objects))],
  };
}

/** Everything in a file that can hold text. Its identifier cannot: sixteen random bytes. */
function textHolders(pdf: ScannedPdf, objects: readonly PdfObject[]): readonly PdfObject[] {
  const trailers = pdf.marks.flatMap((mark) => (mark.kind === 'trailer' ? [mark.dictionary] : []));
  return [...objects, ...trailers.map((value) => ({ number: -1, offset: -1, value }))].map((object) => {
    const { value } = object;
    if (value.kind !== 'dictionary' || !value.entries.has('Root')) return object;
    return {
      ...object,
      value: { ...value, entries: new Map([...value.entries].filter(([key]) => key !== 'ID')) },
    };
  });
}

/** After the last `%%EOF` only white space may stand; a file without one is left to the scan. */
function hasTrailingBytes(bytes: Uint8Array): boolean {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = source.lastIndexOf('%%EOF');
  return end >= 0 && /[^\0\t\n\f\r ]/.test(source.subarray(end + 5).toString('latin1'));
}
