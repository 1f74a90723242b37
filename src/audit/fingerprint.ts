import { createHash, randomBytes } from 'node:crypto';
import { open } from '../model/sealed.ts';
import type { Withheld, WithheldPiece } from '../model/withheld.ts';
import { decodeUtf8 } from './decode-bytes.ts';
import { isEnglishWord } from './english-words.ts';
import { isPdf } from './pdf-text.ts';
import type { WithheldReference } from './finding.ts';
import { FingerprintTable, hasFittingGaps, type Fingerprint } from './fingerprint-table.ts';
import { toLetters, type Letters } from './letters.ts';
import { markdownForms } from './text-forms.ts';
import { findCapitalised, findWithheldStretches, toPhrase } from './withheld-stretches.ts';
import { findStems, findTellingWords, publicStemForms } from './withheld-words.ts';
import { addWordsOf, splitWords } from './words.ts';

/**
 * What the audit knows of the withheld texts: digests under a key of this run, and where each comes from.
 * Never text.
 */
export interface Fingerprints {
  readonly table: FingerprintTable;
  /** Words as the search index holds them: looked for there alone. */
  readonly stems: FingerprintTable;
  /** SHA-256 of a withheld attachment (hexadecimal), and which it is. */
  readonly attachments: ReadonlyMap<string, number>;
  /** What the numbers in the fingerprints stand for. */
  readonly sources: readonly WithheldReference[];
}

/** A run of this many words that no public text has is a leak. */
const runLength = 6;

/**
 * Fingerprints everything that was withheld, less what is public anyway.
 *
 * `publicTexts` are all the texts that may come out: the publication's, and the words of templates, scripts
 * and style sheets of the site itself; a word that is in none of them and in no list of English is a
 * finding wherever it stands. `publicFileHashes` are SHA-256 digests, hexadecimal, of the attachments that
 * are published. Time and memory are linear in the texts.
 */
export function fingerprintWithheld(
  withheld: Withheld,
  publicTexts: Iterable<string>,
  publicFileHashes: ReadonlySet<string>,
): Fingerprints {
  const key = randomBytes(32);
  const table = new FingerprintTable(key);
  const stems = new FingerprintTable(key);
  const words = new Map<string, number>();
  const names: (readonly [Fingerprint, Fingerprint])[] = [];
  const attachments = new Map<string, number>();

  withheld.pieces.forEach((piece, source) => {
    for (const text of textsOf(piece)) addText(table, words, text, source);
    for (const name of open(piece.names)) names.push(...addName(table, name, source));
    if (piece.bytes === undefined) return;
    const hash = createHash('sha256').update(open(piece.bytes)).digest('hex');
    if (!publicFileHashes.has(hash)) attachments.set(hash, source);
  });

  const publicWords = subtractPublic(table, names, publicTexts);
  const tellingWords = [...words].filter(([word]) => !publicWords.has(word));
  const publicForms = publicStemForms(publicWords, words.keys());
  for (const [word, source] of tellingWords) {
    table.add('word', toLetters(word).codes, source);
    for (const stem of findStems(word, publicForms)) stems.add('stem', toLetters(stem).codes, source);
  }
  for (const canary of open(withheld.canaries)) {
    // Never subtracted: it stands in no public text unless the withhold stage let it through.
    table.add('canary', toLetters(canary).codes, -1);
    for (const stem of findStems(canary.toLowerCase(), new Set()))
      stems.add('canary', toLetters(stem).codes, -1);
  }
  return { table, stems, attachments, sources: withheld.pieces.map(toReference) };
}

/**
 * Fingerprints the runs of `length` words of everything that was withheld, public or not: for finding a
 * paragraph that stands in a public paper as well. Nothing is subtracted.
 */
export function fingerprintLongRuns(withheld: Withheld, length: number): Fingerprints {
  const table = new FingerprintTable(randomBytes(32));
  withheld.pieces.forEach((piece, source) => {
    for (const text of textsOf(piece)) {
      const letters = toLetters(text);
      for (const stretch of findWithheldStretches(letters, length)) {
        if (stretch.kind === 'words')
          table.add('words', letters.codes.subarray(stretch.start, stretch.end), source);
      }
    }
  });
  return {
    table,
    stems: new FingerprintTable(randomBytes(32)),
    attachments: new Map(),
    sources: withheld.pieces.map(toReference),
  };
}

function textsOf(piece: WithheldPiece): readonly string[] {
  const bytes = piece.bytes === undefined ? undefined : open(piece.bytes);
  // A PDF may be all ASCII, and its syntax is that of every other; the words on its pages are among the texts.
  const attached = bytes === undefined || isPdf(bytes) ? undefined : decodeUtf8(bytes);
  const texts = attached === undefined ? open(piece.texts) : [...open(piece.texts), attached];
  return texts.flatMap((text) => markdownForms(text));
}

function addText(table: FingerprintTable, words: Map<string, number>, text: string, source: number): void {
  const letters = toLetters(text);
  for (const { kind, start, end, wordStarts } of findWithheldStretches(letters, runLength)) {
    table.add(kind, letters.codes.subarray(start, end), source, wordStarts);
  }
  for (const name of findCapitalised(text)) addPhrase(table, name, source);
  for (const word of findTellingWords(letters)) {
    if (!words.has(word)) words.set(word, source);
  }
}

function addPhrase(table: FingerprintTable, letters: Letters, source: number): void {
  for (const { start, end, wordStarts } of toPhrase(letters, splitWords(letters))) {
    table.add('phrase', letters.codes.subarray(start, end), source, wordStarts);
  }
}

/**
 * A name as it stands, and without the item's code in front: an address could have either. Returns the two
 * as a pair, since a name whose words are public says nothing that the agenda does not.
 */
function addName(
  table: FingerprintTable,
  name: string,
  source: number,
): readonly (readonly [Fingerprint, Fingerprint])[] {
  const whole = addOneName(table, name, source);
  const rest = addOneName(table, name.replace(/^[a-z]{0,2}\d+[a-z]?-/i, ''), source);
  return whole === undefined || rest === undefined ? [] : [[whole, rest]];
}

function addOneName(table: FingerprintTable, name: string, source: number): Fingerprint | undefined {
  const letters = toLetters(name);
  const words = splitWords(letters);
  const isOrdinaryWord = words.length < 2 && isEnglishWord(name.toLowerCase());
  if (letters.codes.length < 5 || isOrdinaryWord) return undefined;
  const wordStarts = words.slice(1).map((word) => word.start);
  return table.add(/\s/.test(name) ? 'spaced-name' : 'name', letters.codes, source, wordStarts);
}

/** Removes from the table what public texts hold too, and returns their words. */
function subtractPublic(
  table: FingerprintTable,
  names: readonly (readonly [Fingerprint, Fingerprint])[],
  publicTexts: Iterable<string>,
): ReadonlySet<string> {
  const words = new Set<string>();
  const found = new Set<Fingerprint>();
  for (const form of formsOf(publicTexts)) {
    const letters = toLetters(form);
    addWordsOf(letters, words);
    // A name counts as public where its words stand in a row, with spaces or with hyphens.
    const accepts = (fingerprint: Fingerprint, start: number): boolean =>
      !found.has(fingerprint) &&
      (fingerprint.kind === 'name' || hasFittingGaps(fingerprint, letters.gaps, start));
    for (const { fingerprint } of table.findMatches(letters, accepts)) found.add(fingerprint);
  }
  for (const [whole, rest] of names) {
    if (found.has(rest)) found.add(whole);
  }
  table.remove(found);
  return words;
}

function* formsOf(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield* markdownForms(text);
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
