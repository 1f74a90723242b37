import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/*
 * An own look into bytes, for the tests that nothing restricted is in the output. It shares no code with src/audit/,
 * so that a mistake in one does not hide in the other.
 */

const named: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** All texts that bytes can be read as: as they are, unpacked, and with entities, escapes and base64 undone. */
export function everyForm(bytes: Buffer, depth = 0): readonly string[] {
  const plain = [bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le')];
  const decoded = plain
    .slice(0, 2)
    .flatMap((text) => [
      decodeEntities(text),
      text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
      text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
      text.replace(/<[^>]*>/g, ''),
      text.replace(/<[^>]*>/g, ' '),
    ]);
  if (depth > 2) return [...plain, ...decoded];
  const packed = [...unpack(bytes), ...base64In(plain[1]!), ...streamsIn(bytes)];
  return [...plain, ...decoded, ...packed.flatMap((inside) => everyForm(inside, depth + 1))];
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)),
    )
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole);
}

/** Whole files that are packed. */
function unpack(bytes: Buffer): readonly Buffer[] {
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  return [
    tryTo(() => gunzipSync(bytes, options)),
    tryTo(() => inflateSync(bytes, options)),
    tryTo(() => brotliDecompressSync(bytes)),
  ].flat();
}

/** Packed streams anywhere in a file: a PDF's, a picture's, a zip's. */
function streamsIn(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 1; at < bytes.length - 2; at += 1) {
    if (bytes[at] === 0x1f && bytes[at + 1] === 0x8b)
      found.push(...tryTo(() => gunzipSync(bytes.subarray(at))));
    if (bytes[at] === 0x78 && bytes.readUInt16BE(at) % 31 === 0) {
      found.push(...tryTo(() => inflateSync(bytes.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH })));
    }
    if (bytes[at] === 0x50 && bytes.toString('latin1', at, at + 4) === 'PK\x03\x04') {
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
      found.push(
        ...tryTo(() => inflateRawSync(bytes.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH })),
      );
    }
  }
  return found;
}

function base64In(text: string): readonly Buffer[] {
  return [...text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)].map(([run]) => Buffer.from(run, 'base64'));
}

function tryTo(work: () => Buffer): readonly Buffer[] {
  try {
    const bytes = work();
    return bytes.length === 0 ? [] : [bytes];
  } catch {
    // Not packed in this way.
    return [];
  }
}
