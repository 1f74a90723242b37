import { toUnits } from './text-units.ts';

/**
 * What stands between one letter and the one before it. Higher is firmer; each has the bits of those below it, so that of several
 * in a row the firmest is all their bits together.
 */
export const gap = {
  /** Nothing: the two letters touch. */
  none: 0,
  /**
   * Something that no reader sees: an inline tag, a soft hyphen, a hyphen at a line's end, a capital within
   * a word.
   */
  unseen: 1,
  /** A hyphen, a slash, a full stop, a block tag: anything but a space. */
  mark: 3,
  space: 7,
} as const;

/**
 * The letters and digits of a text with nothing between them: compatibility forms folded (NFKD), accents
 * dropped, lower case. Spaces, punctuation and tags can break words in any way; the letters stay.
 */
export interface Letters {
  /** One UTF-16 unit each; the array may be longer than `count`. */
  readonly codes: Uint16Array;
  /** For each letter, the `gap` before it; one more at the end for the gap after the last. */
  readonly gaps: Uint8Array;
  /** How many letters there are. */
  readonly count: number;
}

/**
 * Stands for an inline tag in a text that is given to `toLetters`: from the private use area, so no paper
 * means anything by it.
 */
export const unseenBreak = '\uE000';

const letterClass = 8;
/**
 * What is known of each UTF-16 unit, in one number, so that a loop need not ask and turn aside at every word's beginning and end:
 * in its lowest bits the gap that it makes, 0 for a letter; then the bits below; above them a letter in lower case.
 */
const facts = new Int32Array(65_536);
const gapMask = 7;
const letterBit = 3;
const capitalBit = 4;
const smallBit = 5;
/** Set where what comes before and after it are as if it did not stand there. */
const nothingBit = 6;
const hyphenFlag = 1 << 7;
const knownFlag = 1 << 8;
const loweredAt = 9;

/** Reduces a text to its letters. Linear in its length. */
export function toLetters(text: string): Letters {
  const { codes, gaps, count } = toPassingLetters(text);
  return { codes: codes.slice(0, count), gaps: gaps.slice(0, count + 1), count };
}

let passing = { codes: new Uint16Array(0), gaps: new Uint8Array(1) };

/** As `toLetters`, in arrays that are used again at the next call: for texts that are looked through and forgotten. */
export function toPassingLetters(text: string): Letters {
  const plain = isPlain(text) ? text : text.normalize('NFKD');
  const { length } = plain;
  if (passing.codes.length <= length)
    passing = { codes: new Uint16Array(length * 2 + 1), gaps: new Uint8Array(length * 2 + 1) };
  const { codes, gaps } = passing;
  const units = toUnits(plain);
  let count = 0;
  let before: number = gap.space;
  let wasSmall = 0;
  for (let index = 0; index < length; index += 1) {
    const code = units[index]!;
    let fact = facts[code]! || learn(code);
    if ((fact & hyphenFlag) !== 0) {
      // A word that goes on in the next line is one word.
      const end = endOfHyphenation(plain, index);
      if (end > index) fact = gap.unseen;
      index = end;
    }
    const isLetter = (fact >> letterBit) & 1;
    // What is no letter is written over by what comes next. `kentCase` is one word and two: the search index holds it both ways.
    gaps[count] = before | (wasSmall & (fact >> capitalBit) & 1);
    codes[count] = fact >> loweredAt;
    count += isLetter;
    wasSmall = ((fact >> smallBit) & 1) | (wasSmall & (fact >> nothingBit));
    before = (before | (fact & gapMask)) & (isLetter - 1);
  }
  gaps[count] = gap.space;
  return { codes, gaps, count };
}

/** The letters as a string, for stretches that are short. */
export function lettersToString(codes: Uint16Array): string {
  let text = '';
  for (const code of codes) text += String.fromCharCode(code);
  return text;
}

/** True if a text is its own compatibility form: ASCII, the usual dashes and quotation marks, the pound's sign, and our own. */
function isPlain(text: string): boolean {
  return !/[^\u0000-\u007f\u00a3\u2013\u2014\u2018\u2019\u201c\u201d\u2022\ue000]/.test(text);
}

/** Finds out what a unit is, and writes it down. */
function learn(code: number): number {
  const character = String.fromCharCode(code);
  const kind = kindOf(code, character);
  const lowered = character.toLowerCase().charCodeAt(0);
  const fact =
    kind === letterClass
      ? (1 << letterBit) | (1 << (lowered === code ? smallBit : capitalBit)) | (lowered << loweredAt)
      : kind | (kind === gap.none ? 1 << nothingBit : 0);
  facts[code] = fact | knownFlag | (code === 0x2d || code === 0x2010 ? hyphenFlag : 0);
  return facts[code];
}

function kindOf(code: number, character: string): number {
  // Halves of a pair count as letters: emoji and rare scripts then match themselves and nothing else.
  if (code >= 0xd800 && code <= 0xdfff) return letterClass;
  if (/[\p{L}\p{N}]/u.test(character)) return letterClass;
  if (/\p{M}/u.test(character)) return gap.none;
  // Zero-width characters and the soft hyphen (all of \p{Cf}), our own sign, and Markdown's marks of
  // emphasis.
  if (/[\p{Cf}\uE000*~`]/u.test(character)) return gap.unseen;
  return /\s/u.test(character) || code === 0 ? gap.space : gap.mark;
}

/**
 * The index of the last character of a hyphen with a line's end after it; `index` itself where there is
 * none.
 */
function endOfHyphenation(text: string, index: number): number {
  // Nearly every hyphen stands within a line.
  if (text.charCodeAt(index + 1) > 0x20) return index;
  hyphenAtLineEnd.lastIndex = index;
  return hyphenAtLineEnd.test(text) ? hyphenAtLineEnd.lastIndex - 1 : index;
}

// Bounded, so that a file full of blanks is not read again and again.
const hyphenAtLineEnd = /[-\u2010][ \t]{0,8}\r?\n[ \t]{0,80}(?=\p{L})/uy;
