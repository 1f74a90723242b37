import { createHash, randomBytes } from 'node:crypto';
import { open } from '../model/sealed.ts';
import type { Withheld, WithheldPiece } from '../model/withheld.ts';
import { decodeUtf8 } from './decode-bytes.ts';
import { isEnglishWord } from './english-words.ts';
import type { WithheldReference } from './finding.ts';
import { FingerprintTable } from './fingerprint-table.ts';
import { toLetters, type Letters } from './letters.ts';
import { isPdf } from './pdf-text.ts';
import { markdownForms } from './text-forms.ts';
import { findCapitalised, findWithheldStretches, toPhrase } from './withheld-stretches.ts';
import { findStems, findTellingWords } from './withheld-words.ts';
import { WordBeginnings } from './word-beginnings.ts';
import { splitWords } from './words.ts';

/**
 * What the audit knows of the withheld texts: digests under a key, and where each comes from. Never text. What of it is
 * public as well is not yet taken away.
 */
export interface WithheldPrints {
  readonly table: FingerprintTable;
  /** Words as the search index holds them: looked for there alone. */
  readonly stems: FingerprintTable;
  /** For each of `stems`, the numbers in `table` of the words that it may be of; none for a canary. */
  readonly wordsOfStem: readonly (readonly number[])[];
  /** Runs of so many words that they are no chance, for finding a paragraph that stands in a public paper as well. */
  readonly longRuns: FingerprintTable;
  /** A name, and the same without its item's code: the numbers of both in `table`. */
  readonly names: readonly (readonly [whole: number, rest: number])[];
  /** How the words of `stems` begin: a public word that begins otherwise has no form in common with them. */
  readonly beginnings: WordBeginnings;
  /** SHA-256 of a withheld attachment (hexadecimal), and which it is. */
  readonly attachments: ReadonlyMap<string, number>;
  /** What the numbers in the fingerprints stand for. */
  readonly sources: readonly WithheldReference[];
}

/** How many words in a row are looked for. */
export interface RunLengths {
  /** A run of this many words that no public text has is a leak; 6 unless told. */
  readonly run?: number;
  /** Words in a row that are too many to be chance; 12 unless told. */
  readonly longRun?: number;
}

/** Fingerprints everything that was withheld. Time and memory are linear in the texts. */
export function printWithheld(
  withheld: Withheld,
  key: Uint8Array = randomBytes(32),
  { run = 6, longRun = 12 }: RunLengths = {},
): WithheldPrints {
  const table = new FingerprintTable(key);
  const stems = new FingerprintTable(key);
  const longRuns = new FingerprintTable(key);
  const words = new Map<string, number>();
  const names: (readonly [number, number])[] = [];
  const attachments = new Map<string, number>();
  withheld.pieces.forEach((piece, source) => {
    for (const text of textsOf(piece)) {
      const letters = toLetters(text);
      addStretches(table, letters, run, source);
      for (const { kind, start, end } of findWithheldStretches(letters, longRun))
        if (kind === 'words') longRuns.add('words', letters.codes.subarray(start, end), source);
      for (const name of findCapitalised(text)) addPhrase(table, name, source);
      for (const word of findTellingWords(letters)) if (!words.has(word)) words.set(word, source);
    }
    for (const name of open(piece.names)) names.push(...addName(table, name, source));
    if (piece.bytes !== undefined)
      attachments.set(createHash('sha256').update(open(piece.bytes)).digest('hex'), source);
  });
  const wordsOfStem: number[][] = [];
  const beginnings = new WordBeginnings(key);
  for (const [word, source] of words) {
    const { codes } = toLetters(word);
    const entry = table.add('word', codes, source);
    beginnings.add(codes);
    for (const stem of findStems(word)) {
      const number = stems.add('stem', toLetters(stem).codes, source);
      (wordsOfStem[number] ??= []).push(entry);
    }
  }
  for (const canary of open(withheld.canaries)) {
    table.add('canary', toLetters(canary).codes, -1);
    for (const stem of findStems(canary.toLowerCase()))
      wordsOfStem[stems.add('canary', toLetters(stem).codes, -1)] = [];
  }
  const sources = withheld.pieces.map(toReference);
  return { table, stems, wordsOfStem, longRuns, names, beginnings, attachments, sources };
}

function textsOf(piece: WithheldPiece): readonly string[] {
  const bytes = piece.bytes === undefined ? undefined : open(piece.bytes);
  // A PDF may be all ASCII, and its syntax is that of every other; the words on its pages are among the texts.
  const attached = bytes === undefined || isPdf(bytes) ? undefined : decodeUtf8(bytes);
  const texts = attached === undefined ? open(piece.texts) : [...open(piece.texts), attached];
  return texts.flatMap((text) => markdownForms(text));
}

function addStretches(table: FingerprintTable, letters: Letters, run: number, source: number): void {
  for (const { kind, start, end, wordStarts } of findWithheldStretches(letters, run))
    table.add(kind, letters.codes.subarray(start, end), source, wordStarts);
}

function addPhrase(table: FingerprintTable, letters: Letters, source: number): void {
  for (const { start, end, wordStarts } of toPhrase(letters, splitWords(letters)))
    table.add('phrase', letters.codes.subarray(start, end), source, wordStarts);
}

/**
 * A name as it stands, and without the item's code in front: an address could have either. Returns the two
 * as a pair, since a name whose words are public says nothing that the agenda does not.
 */
function addName(
  table: FingerprintTable,
  name: string,
  source: number,
): readonly (readonly [number, number])[] {
  const whole = addOneName(table, name, source);
  const rest = addOneName(table, name.replace(/^[a-z]{0,2}\d+[a-z]?-/i, ''), source);
  return whole === undefined || rest === undefined ? [] : [[whole, rest]];
}

function addOneName(table: FingerprintTable, name: string, source: number): number | undefined {
  const letters = toLetters(name);
  const words = splitWords(letters);
  const isOrdinaryWord = words.length < 2 && isEnglishWord(name.toLowerCase());
  if (letters.codes.length < 5 || isOrdinaryWord) return undefined;
  const wordStarts = words.slice(1).map((word) => word.start);
  return table.add(/\s/.test(name) ? 'spaced-name' : 'name', letters.codes, source, wordStarts);
}

function toReference(piece: WithheldPiece): WithheldReference {
  const item = piece.item === undefined ? '' : ` of item ${piece.item}`;
  const what = {
    paper: 'the paper',
    minute: 'the minute',
    passage: 'a passage',
    attachment: 'an attachment',
    title: 'the title',
  }[piece.what];
  return { file: piece.file, what: `${what}${item}` };
}
