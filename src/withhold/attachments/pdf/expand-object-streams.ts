import { decodeStream } from './decode-stream.ts';
import { PdfLexer } from './pdf-lexer.ts';
import { entryOf, nameAt, numberAt, PdfSyntaxError, type PdfObject } from './pdf-value.ts';

/**
 * Every object, with those that stand compressed in object streams (ISO 32000-1, 7.5.7) after those of the file itself:
 * a search of the raw bytes would not see them.
 */
export function expandObjectStreams(objects: readonly PdfObject[]): readonly PdfObject[] {
  return [
    ...objects,
    ...objects.flatMap((object) => (nameAt(object.value, 'Type') === 'ObjStm' ? expand(object) : [])),
  ];
}

function expand(container: PdfObject): readonly PdfObject[] {
  const { value, stream, offset } = container;
  const count = numberAt(value, 'N');
  const first = numberAt(value, 'First');
  // A predictor would change the bytes once more; nobody uses one for objects.
  if (
    stream === undefined ||
    count === undefined ||
    first === undefined ||
    entryOf(value, 'DecodeParms') !== undefined
  ) {
    throw new PdfSyntaxError('Bad object stream');
  }
  const source = Buffer.from(decodeStream({ ...container, stream })).toString('latin1');
  const index = new PdfLexer(source);
  return Array.from({ length: count }, () => {
    const [, number, start] = index.expect(/[\0\t\n\f\r ]*(\d+)[\0\t\n\f\r ]+(\d+)/y);
    return { number: Number(number), offset, value: new PdfLexer(source, first + Number(start)).readValue() };
  });
}
