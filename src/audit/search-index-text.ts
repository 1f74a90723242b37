/** What a file of Pagefind's index says in words. */
export interface SearchIndexText {
  /** Its texts, one a line. */
  readonly text: string;
  /** True if the file is whole and in order: then nothing is in it but these texts, and numbers that say where they stand. */
  readonly isAll: boolean;
}

/**
 * The texts in a file of Pagefind's index: CBOR, in which a word's length stands before it and reads as a
 * letter. Undefined if the bytes are no such file.
 */
export function readSearchIndexText(bytes: Uint8Array): SearchIndexText | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 0, mark.length) !== mark || buffer[mark.length] === leftBrace)
    return undefined;
  const texts: string[] = [];
  let index = mark.length;
  /** How many values are still to come, as the lists say. */
  let expected = 1;
  let isAll = true;
  while (index < buffer.length) {
    const { type, value, size } = readHead(buffer, index);
    index += size;
    expected -= 1;
    if (type === list) expected += value;
    // Text (3) and bytes (2) are as long as they say; the members of lists and maps follow by themselves.
    if (type === 2 || type === text) {
      texts.push(buffer.toString('utf8', index, index + value));
      index += value;
    }
    isAll &&= expected >= 0 && (type === number || type === negative || type === text || type === list);
  }
  return { text: texts.join('\n'), isAll: isAll && expected === 0 && index === buffer.length };
}

/** With this every unpacked file of Pagefind begins; the fragments have JSON after it. */
const mark = 'pagefind_dcd';
const leftBrace = 0x7b;

const number = 0;
const negative = 1;
const text = 3;
const list = 4;

interface Head {
  /** 0 to 7, as in RFC 8949; -1 where what begins here is no value. */
  readonly type: number;
  readonly value: number;
  /** In bytes. */
  readonly size: number;
}

function readHead(buffer: Buffer, index: number): Head {
  const first = buffer[index]!;
  const type = first >> 5;
  const short = first & 31;
  if (short < 24) return { type, value: short, size: 1 };
  const width = [1, 2, 4, 8][short - 24];
  // Of no stated length, or broken off: what follows is read as if it began anew.
  if (width === undefined || index + 1 + width > buffer.length) return { type: -1, value: 0, size: 1 };
  return {
    type,
    value: width > 4 ? Number(buffer.readBigUInt64BE(index + 1)) : buffer.readUIntBE(index + 1, width),
    size: 1 + width,
  };
}
