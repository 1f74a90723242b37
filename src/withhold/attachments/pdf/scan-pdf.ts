import { PdfLexer } from './pdf-lexer.ts';
import {
  numberAt,
  PdfSyntaxError,
  entryOf,
  nameAt,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
} from './pdf-value.ts';

/** What stands at the top of a file, in order. */
export type PdfMark =
  | { readonly kind: 'object'; readonly object: PdfObject }
  | { readonly kind: 'table'; readonly entryCount: number }
  | { readonly kind: 'trailer'; readonly dictionary: PdfDictionary }
  | { readonly kind: 'start' }
  /** `%%EOF`: once for each time the file was saved by appending to it. */
  | { readonly kind: 'end' };

/** A PDF read from its first byte to its last: no byte of it stands outside these marks and comments. */
export interface ScannedPdf {
  readonly size: number;
  readonly marks: readonly PdfMark[];
  readonly comments: readonly string[];
}

/**
 * Reads every object of a PDF in the order of its bytes, and not by its cross-reference table: an object that no table
 * names any more is in the published file all the same. Throws `PdfSyntaxError` at any byte that it does not understand.
 */
export function scanPdf(bytes: Uint8Array): ScannedPdf {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const lexer = new PdfLexer(source);
  const lengths = findIndirectLengths(source);
  const marks: PdfMark[] = [];
  const comments: string[] = [];
  for (let isDone = false; !isDone;) {
    isDone = lexer.isAtEnd();
    for (const comment of lexer.comments.splice(0)) {
      if (comment.trimEnd() === '%EOF') marks.push({ kind: 'end' });
      else comments.push(comment);
    }
    if (!isDone) marks.push(readMark(lexer, bytes, lengths));
  }
  if (!marks.some(({ kind }) => kind === 'end')) throw new PdfSyntaxError('No end');
  return { size: bytes.length, marks, comments };
}

/** Lengths of streams that are objects of their own; a wrong one is noticed, since `endstream` must follow. */
function findIndirectLengths(source: string): ReadonlyMap<number, number> {
  const pattern =
    /(?<!\d)(\d{1,10})[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+endobj/g;
  return new Map([...source.matchAll(pattern)].map(([, number, length]) => [Number(number), Number(length)]));
}

function readMark(lexer: PdfLexer, bytes: Uint8Array, lengths: ReadonlyMap<number, number>): PdfMark {
  const offset = lexer.position;
  const opening = lexer.take(/(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj/y);
  if (opening)
    return {
      kind: 'object',
      object: readObject(lexer, bytes, lengths, { number: Number(opening[1]), offset }),
    };
  const table = lexer.take(
    /xref[\0\t\n\f\r ]+(?:\d+ +\d+[\0\t\n\f\r ]+(?:\d{10} \d{5} [nf][\0\t\n\f\r ]+)*)+/y,
  );
  if (table) return { kind: 'table', entryCount: [...table[0].matchAll(/\d{10} \d{5} [nf]/g)].length };
  if (lexer.take(/startxref[\0\t\n\f\r ]+\d+/y)) return { kind: 'start' };
  lexer.expect(/trailer/y);
  const dictionary = lexer.readValue();
  if (dictionary.kind !== 'dictionary') throw new PdfSyntaxError('Bad trailer');
  return { kind: 'trailer', dictionary };
}

function readObject(
  lexer: PdfLexer,
  bytes: Uint8Array,
  lengths: ReadonlyMap<number, number>,
  at: Pick<PdfObject, 'number' | 'offset'>,
): PdfObject {
  const value = lexer.readValue();
  lexer.isAtEnd();
  if (!lexer.take(/stream\r?\n/y)) {
    lexer.expect(/endobj/y);
    return { ...at, value };
  }
  const stream = bytes.subarray(lexer.position, lexer.position + streamLength(value, lengths));
  lexer.position += stream.length;
  lexer.expect(/[\0\t\n\f\r ]*endstream[\0\t\n\f\r ]+endobj/y);
  return { ...at, value, stream };
}

function streamLength(value: PdfValue, lengths: ReadonlyMap<number, number>): number {
  const length = entryOf(value, 'Length');
  const found = length?.kind === 'reference' ? lengths.get(length.number) : numberAt(value, 'Length');
  // A stream whose data stands in another file (`F`) could be anything tomorrow.
  if (found === undefined || entryOf(value, 'F') !== undefined) throw new PdfSyntaxError('Bad stream');
  return found;
}

/** Dictionaries that say where a file's objects begin: trailers and cross-reference streams. */
export function trailersOf(pdf: ScannedPdf): readonly PdfDictionary[] {
  return pdf.marks.flatMap((mark) => {
    if (mark.kind === 'trailer') return [mark.dictionary];
    if (mark.kind !== 'object' || mark.object.value.kind !== 'dictionary') return [];
    return nameAt(mark.object.value, 'Type') === 'XRef' ? [mark.object.value] : [];
  });
}
