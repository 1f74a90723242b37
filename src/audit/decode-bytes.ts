/** A text that bytes may hold, and whether it is rather the noise of a binary file. */
export interface DecodedText {
  readonly name: string;
  readonly text: string;
  /** In noise, four letters in a row mean nothing: only longer stretches are looked for. */
  readonly isNoise: boolean;
}

/** Bytes as UTF-8 text; undefined where they are not, or hold characters that no text has. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  // A text with a zero byte in it is a binary file, or another encoding.
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Every text that bytes may hold: UTF-8, or else what can be read of them byte for byte, and UTF-16 at both
 * ends and both offsets.
 */
export function decodeTexts(bytes: Uint8Array): readonly DecodedText[] {
  const text = decodeUtf8(bytes);
  if (text !== undefined) return [{ name: 'text', text, isNoise: false }];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [...decodeByteForByte(buffer), ...decodeUtf16(buffer)];
}

function decodeByteForByte(buffer: Buffer): readonly DecodedText[] {
  const latin1 = keepReadable(buffer.toString('latin1'));
  const utf8 = keepReadable(buffer.toString('utf8'));
  // An old page in Latin-1 is text; a picture is not.
  const isNoise = countUnprintable(buffer) > buffer.length / 50;
  return [
    { name: 'bytes as UTF-8', text: utf8, isNoise },
    { name: 'bytes as Latin-1', text: latin1, isNoise },
  ].filter((each, index, all) => index === 0 || each.text !== all[0]!.text);
}

function decodeUtf16(buffer: Buffer): readonly DecodedText[] {
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2));
  const odd = buffer.subarray(1, buffer.length - ((buffer.length + 1) % 2));
  const swap = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
  return [even, odd, swap(even), swap(odd)]
    .map((bytes) => keepUtf16Readable(bytes.toString('utf16le')))
    .filter((text) => text !== '')
    .map((text) => ({ name: 'bytes as UTF-16', text, isNoise: false }));
}

/** Stretches of at least 6 readable characters, each in a line of its own. */
function keepReadable(text: string): string {
  return (text.match(/[^\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]{6,}/g) ?? []).join('\n');
}

/**
 * Stretches of at least 4 letters and signs of Europe's scripts: other bytes, read as UTF-16, look like
 * Chinese.
 */
function keepUtf16Readable(text: string): string {
  return (text.match(/[\t\n\r\u0020-\u007e\u00a0-\u058f\u1e00-\u22ff]{4,}/g) ?? []).join('\n');
}

function countUnprintable(buffer: Buffer): number {
  let count = 0;
  for (const byte of buffer) {
    if (byte < 9 || (byte > 13 && byte < 32) || (byte > 126 && byte < 160)) count += 1;
  }
  return count;
}
