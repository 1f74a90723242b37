import { beginsPacked } from './packed-members.ts';
import { toUnits } from './text-units.ts';

/** Bytes that stood in a text as base64 or hexadecimal. */
export interface EncodedRun {
  readonly name: 'base64' | 'hexadecimal';
  readonly bytes: Uint8Array;
}

/**
 * What base64 and hexadecimal runs of a text decode to, at every offset that a run can begin at. Runs of at
 * least 16 and 22 characters: six words in a row are longer. Long ones are given whole. Of short ones, which are mostly
 * parts of addresses, what can be read is given together, and each that may be packed. Linear in the text's length.
 */
export function decodeRuns(text: string): readonly EncodedRun[] {
  const units = toUnits(text);
  const base64 = findStretches(units, text.length, base64Alphabet, 16);
  const hexadecimal = findStretches(units, text.length, hexadecimalAlphabet, 22);
  return [
    ...gather('base64', readBase64(text, base64), decodeBase64),
    ...gather('hexadecimal', readHexadecimal(text, hexadecimal), decodeHexadecimal),
  ];
}

// Mail and calendars wrap long runs at the line's end.
const base64Run = /[A-Za-z0-9+/_-]{16,}(?:\r?\n[ \t]{0,8}[A-Za-z0-9+/_-]{4,})*={0,2}/y;
const base64Alphabet = toAlphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-');
const hexadecimalRun = /(?:[0-9a-fA-F]{2}[ :,-]?(?:0x|\\x)?){11,}[0-9a-fA-F]?/g;
const hexadecimalAlphabet = toAlphabet('0123456789abcdefABCDEF :,-\\x');
const longRun = 1024;

/** For each UTF-16 unit, 1 if it is one of these. */
function toAlphabet(characters: string): Uint8Array {
  const alphabet = new Uint8Array(65_536);
  for (const character of characters) alphabet[character.charCodeAt(0)] = 1;
  return alphabet;
}

/** A stretch of a text, from `start` up to `end`. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Each run of base64 goes on as far as it will, perhaps in the next lines. */
function readBase64(text: string, stretches: readonly Place[]): string[] {
  const runs: string[] = [];
  let done = 0;
  for (const { start, end } of stretches) {
    if (start < done) continue;
    const run = /[=\r\n]/.test(text.charAt(end)) ? readWrapped(text, start) : text.slice(start, end);
    runs.push(run);
    done = start + run.length;
  }
  return runs;
}

/** From its first character on a stretch is a run, so that there always is one. */
function readWrapped(text: string, start: number): string {
  base64Run.lastIndex = start;
  const [run] = base64Run.exec(text)!;
  return run;
}

function readHexadecimal(text: string, stretches: readonly Place[]): string[] {
  return stretches.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(hexadecimalRun)].map(([run]) => run),
  );
}

/**
 * The longest stretches of an alphabet that have `least` characters or more. A stretch is looked at from where its last
 * character would have to be: one that is none of the alphabet spares all before it.
 */
function findStretches(units: Uint16Array, length: number, alphabet: Uint8Array, least: number): Place[] {
  const stretches: Place[] = [];
  let start = 0;
  while (start + least <= length) {
    let place = start + least - 1;
    while (place >= start && alphabet[units[place]!] === 1) place -= 1;
    if (place >= start) {
      start = place + 1;
      continue;
    }
    let end = start + least;
    while (end < length && alphabet[units[end]!] === 1) end += 1;
    stretches.push({ start, end });
    start = end + 1;
  }
  return stretches;
}

function decodeBase64(run: string): Buffer[] {
  return [0, 1, 2, 3].map((offset) => Buffer.from(run.slice(offset), 'base64'));
}

function decodeHexadecimal(run: string): Buffer[] {
  const digits = run.replace(/0x|\\x|[^0-9a-fA-F]/g, '');
  return [Buffer.from(digits, 'hex'), Buffer.from(digits.slice(1), 'hex')];
}

/** Short runs that decode to nothing: a site has the same addresses on all of its pages. */
const meaningless: { readonly [name in EncodedRun['name']]: Set<string> } = {
  base64: new Set(),
  hexadecimal: new Set(),
};
const mostRemembered = 50_000;

function gather(
  name: EncodedRun['name'],
  runs: readonly string[],
  decode: (run: string) => readonly Buffer[],
): EncodedRun[] {
  const readable: Buffer[] = [];
  const others: Buffer[] = [];
  const known = meaningless[name];
  for (const run of runs) {
    const isShort = run.length < longRun;
    if (isShort && known.has(run)) continue;
    const decoded = decode(run.replace(/\s+/g, ''));
    if (!isShort) {
      others.push(...decoded);
      continue;
    }
    const stretches = decoded.flatMap(findReadable);
    const packed = decoded.filter(beginsPacked);
    // A copy: as a piece of its text it would keep all of that in memory.
    if (stretches.length + packed.length === 0 && known.size < mostRemembered)
      known.add(Buffer.from(run, 'latin1').toString('latin1'));
    for (const stretch of stretches) readable.push(stretch, separator);
    others.push(...packed);
  }
  return [Buffer.concat(readable), ...others]
    .filter((bytes) => bytes.length > 0)
    .map((bytes) => ({ name, bytes }));
}

const separator = Buffer.from('\n\n');

/** Six words are longer, and so many readable bytes in a row hardly come together by chance. */
const shortestReadable = 10;

/** Stretches of bytes that may be text: printable, UTF-8, or with the zeros of UTF-16 between them. */
function findReadable(bytes: Buffer): Buffer[] {
  const stretches: Buffer[] = [];
  let start = 0;
  let index = 0;
  while (index <= bytes.length) {
    const size = index < bytes.length ? sizeOfCharacter(bytes, index) : 0;
    if (size > 0) {
      index += size;
      continue;
    }
    if (index - start >= shortestReadable) stretches.push(bytes.subarray(start, index));
    index += 1;
    start = index;
  }
  return stretches;
}

/** How many bytes the character has that begins here; 0 where none does. */
function sizeOfCharacter(bytes: Buffer, index: number): number {
  const first = bytes[index]!;
  if (first < 0x80)
    return first >= 0x20 ? (first === 0x7f ? 0 : 1) : first === 0 || (first > 8 && first < 14) ? 1 : 0;
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let place = index + 1; place < index + size; place += 1)
    if ((bytes[place] ?? 0) >> 6 !== 0b10) return 0;
  return size;
}
