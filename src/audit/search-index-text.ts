/**
 * The texts in a file of Pagefind's index: CBOR, in which a word's length stands before it and reads as a
 * letter. One line each, without whatever else is there. Undefined if the bytes are no such file.
 */
export function readSearchIndexText(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 0, mark.length) !== mark || buffer[mark.length] === leftBrace)
    return undefined;
  const texts: string[] = [];
  let index = mark.length;
  while (index < buffer.length) {
    const head = readHead(buffer, index);
    index += head.size;
    // Text (3) and bytes (2) are as long as they say; the members of lists and maps follow by themselves.
    if (head.type !== 2 && head.type !== 3) continue;
    texts.push(buffer.toString('utf8', index, index + head.value));
    index += head.value;
  }
  return texts.join('\n');
}

/** With this every unpacked file of Pagefind begins; the fragments have JSON after it. */
const mark = 'pagefind_dcd';
const leftBrace = 0x7b;

interface Head {
  /** 0 to 7, as in RFC 8949. */
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
  if (width === undefined || index + 1 + width > buffer.length) return { type: 0, value: 0, size: 1 };
  return {
    type,
    value: width > 4 ? Number(buffer.readBigUInt64BE(index + 1)) : buffer.readUIntBE(index + 1, width),
    size: 1 + width,
  };
}
