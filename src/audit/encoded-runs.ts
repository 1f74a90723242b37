/** Bytes that stood in a text as base64 or hexadecimal. */
export interface EncodedRun {
  readonly name: 'base64' | 'hexadecimal';
  readonly bytes: Uint8Array;
}

/**
 * What base64 and hexadecimal runs of a text decode to, at every offset that a run can begin at. Runs of at
 * least 16 and 22 characters: six words in a row are longer. Short ones, which are mostly parts of
 * addresses, are given together: the readable in one, the rest in another. Linear in the text's length.
 */
export function decodeRuns(text: string): readonly EncodedRun[] {
  return [
    ...gather('base64', text.match(base64Run) ?? [], (run) =>
      [0, 1, 2, 3].map((offset) => Buffer.from(run.slice(offset), 'base64')),
    ),
    ...gather('hexadecimal', text.match(hexadecimalRun) ?? [], decodeHexadecimal),
  ];
}

// Mail and calendars wrap long runs at the line's end.
const base64Run = /[A-Za-z0-9+/_-]{16,}(?:\r?\n[ \t]{0,8}[A-Za-z0-9+/_-]{4,})*={0,2}/g;
const hexadecimalRun = /(?:[0-9a-fA-F]{2}[ :,-]?(?:0x|\\x)?){11,}[0-9a-fA-F]?/g;
const longRun = 1024;

function decodeHexadecimal(run: string): Buffer[] {
  const digits = run.replace(/0x|\\x|[^0-9a-fA-F]/g, '');
  return [Buffer.from(digits, 'hex'), Buffer.from(digits.slice(1), 'hex')];
}

function gather(
  name: EncodedRun['name'],
  runs: readonly string[],
  decode: (run: string) => readonly Buffer[],
): EncodedRun[] {
  const readable: Buffer[] = [];
  const rest: Buffer[] = [];
  const long: Buffer[] = [];
  for (const run of runs) {
    const decoded = decode(run.replace(/\s+/g, ''));
    if (run.length >= longRun) long.push(...decoded);
    else for (const bytes of decoded) (isReadable(bytes) ? readable : rest).push(bytes, separator);
  }
  return [Buffer.concat(readable), Buffer.concat(rest), ...long]
    .filter((bytes) => bytes.length > 0)
    .map((bytes) => ({ name, bytes }));
}

const separator = Buffer.from('\n\n');

/** True if most bytes are letters of a text; at a wrong offset about a third are. */
function isReadable(bytes: Buffer): boolean {
  let count = 0;
  for (const byte of bytes) {
    if (byte >= 32 && byte !== 127) count += 1;
  }
  return count >= bytes.length * 0.9;
}
