/** Bytes that stood in a text as base64 or hexadecimal. */
export interface EncodedRun {
  readonly name: 'base64' | 'hexadecimal';
  readonly bytes: Uint8Array;
}

/**
 * What base64 and hexadecimal runs of a text decode to, at every offset that a run can begin at. Runs of at
 * least 16 and 22 characters: six words in a row are longer. Short ones, which are mostly parts of
 * addresses, are given together: the readable in one, the rest in another. Runs that `isSought` says no to are left out.
 * Linear in the text's length.
 */
export function decodeRuns(
  text: string,
  isSought: (run: string) => boolean = () => true,
): readonly EncodedRun[] {
  const base64 = findRuns(text, base64Alphabet, 16, base64Run).filter(isSought);
  const hexadecimal = findRuns(text, hexadecimalAlphabet, 22, hexadecimalRun).filter(isSought);
  return [
    ...gather('base64', base64, (run) =>
      [0, 1, 2, 3].map((offset) => Buffer.from(run.slice(offset), 'base64')),
    ),
    ...gather('hexadecimal', hexadecimal, decodeHexadecimal),
  ];
}

// Mail and calendars wrap long runs at the line's end.
const base64Run = /[A-Za-z0-9+/_-]{16,}(?:\r?\n[ \t]{0,8}[A-Za-z0-9+/_-]{4,})*={0,2}/g;
const base64Alphabet = toAlphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-');
const hexadecimalRun = /(?:[0-9a-fA-F]{2}[ :,-]?(?:0x|\\x)?){11,}[0-9a-fA-F]?/g;
const hexadecimalAlphabet = toAlphabet('0123456789abcdefABCDEF :,-\\x');
const longRun = 1024;

/** For each character's code up to 255, 1 if it is one of these. */
function toAlphabet(characters: string): Uint8Array {
  const alphabet = new Uint8Array(256);
  for (const character of characters) alphabet[character.charCodeAt(0)] = 1;
  return alphabet;
}

/**
 * What a pattern finds in a text, if each find begins with as many characters of an alphabet as `least` says. Where there
 * are none, only one character in so many is looked at.
 */
function findRuns(text: string, alphabet: Uint8Array, least: number, pattern: RegExp): string[] {
  const runs: string[] = [];
  let done = 0;
  for (let index = least - 1; index < text.length; index += least) {
    if (alphabet[text.charCodeAt(index)] !== 1) continue;
    let start = index;
    while (start > done && alphabet[text.charCodeAt(start - 1)] === 1) start -= 1;
    let end = index + 1;
    while (end - start < least && alphabet[text.charCodeAt(end)] === 1) end += 1;
    if (end - start < least) continue;
    while (alphabet[text.charCodeAt(end)] === 1) end += 1;
    // A find begins here, and goes on as far as it will; another may begin behind it.
    pattern.lastIndex = start;
    let found = pattern.exec(text);
    while (found !== null && found.index < end) {
      runs.push(found[0]);
      end = Math.max(end, pattern.lastIndex);
      found = pattern.exec(text);
    }
    done = end;
    index = end - 1 - ((end - 1) % 1);
  }
  return runs;
}

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
