import { CborWriter } from './write-cbor.ts';

/**
 * The part of CBOR (RFC 8949) that Pagefind writes its index in: whole numbers, texts and lists, each with the
 * shortest head. Anything else is refused, as is a byte too many.
 */
export type Cbor = number | string | readonly Cbor[];

/** Kinds of values. */
export const majorNumber = 0;
export const majorNegative = 1;
export const majorText = 3;
export const majorList = 4;

/** Reads one value that fills all of the bytes. */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const { value, end } = decodeAt(bytes, 0);
  if (end !== bytes.length) throw new Error('A CBOR value is followed by bytes that do not belong to it.');
  return value;
}

function decodeAt(bytes: Uint8Array, start: number): { value: Cbor; end: number } {
  const { major, size, end } = decodeHead(bytes, start);
  if (major === majorNumber) return { value: size, end };
  if (major === majorText) {
    if (end + size > bytes.length) throw new Error('A CBOR text is cut off.');
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(end, end + size),
    );
    return { value: text, end: end + size };
  }
  if (major !== majorList) throw new Error(`A CBOR value of major type ${major} was not expected.`);
  const list: Cbor[] = [];
  let position = end;
  for (let index = 0; index < size; index += 1) {
    const element = decodeAt(bytes, position);
    list.push(element.value);
    position = element.end;
  }
  return { value: list, end: position };
}

/** The head of a value: its kind in three bits, and its size in the other five or in the bytes that follow. */
function decodeHead(bytes: Uint8Array, start: number): { major: number; size: number; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = view.getUint8(start);
  const major = head >> 5;
  const detail = head & 31;
  if (detail < 24) return { major, size: detail, end: start + 1 };
  if (detail === 24) return { major, size: view.getUint8(start + 1), end: start + 2 };
  if (detail === 25) return { major, size: view.getUint16(start + 1), end: start + 3 };
  if (detail === 26) return { major, size: view.getUint32(start + 1), end: start + 5 };
  throw new Error(`A CBOR head with detail ${detail} was not expected.`);
}

/** Writes a value with the shortest heads. */
export function encodeCbor(value: Cbor): Uint8Array {
  const writer = new CborWriter();
  writeValue(writer, value);
  return writer.view();
}

function writeValue(writer: CborWriter, value: Cbor): void {
  if (typeof value === 'number') writer.head(majorNumber, value);
  else if (typeof value === 'string') {
    const text = Buffer.from(value);
    writer.head(majorText, text.length);
    writer.copy(text);
  } else {
    writer.head(majorList, value.length);
    for (const element of value) writeValue(writer, element);
  }
}
