import type { Glossary } from '../model/glossary.ts';
import { digestOfJson, type Made } from '../model/made.ts';
import type { OutputFile, SearchRecord } from '../model/page.ts';
import { englishFilter } from './english-filter.ts';

/** How many words the search page may compare a misspelt word with; their file is then about 30 kB. */
const wordsKept = 9_000;

/** The words of some records, to be joined with those of others; a plain value. */
export interface RecordWords {
  /** In small letters, with how often each is used. */
  readonly uses: ReadonlyMap<string, number>;
  /** Abbreviations of the glossary whose meaning stands in the records in full. */
  readonly meant: readonly string[];
}

/** Counts the words of records, and looks for what the abbreviations of the glossary stand for. */
export function wordsOfRecords(records: readonly SearchRecord[], glossary: Glossary): RecordWords {
  const texts = records.map(textOf);
  const meant = [...glossary].filter(([, meaning]) =>
    texts.some((text) => text.includes(meaning.toLowerCase())),
  );
  return { uses: countWords(texts), meant: meant.map(([abbreviation]) => abbreviation) };
}

/** The words of many meetings as those of one: known by theirs, which are read only where they are asked for. */
export function joinWords(ofMeetings: readonly Made<RecordWords>[]): Made<RecordWords> {
  return {
    get digest() {
      return digestOfJson(ofMeetings.map(({ digest }) => digest));
    },
    read: () => {
      const uses = new Map<string, number>();
      const meant = new Set<string>();
      for (const each of ofMeetings) {
        const own = each.read();
        for (const [word, count] of own.uses) uses.set(word, (uses.get(word) ?? 0) + count);
        for (const abbreviation of own.meant) meant.add(abbreviation);
      }
      return { uses, meant: [...meant] };
    },
  };
}

/**
 * Files that help the search page to read queries: the words that the records hold, the most frequent first, and the
 * abbreviations among them. Both are made from the records, which are public: an abbreviation that only a restricted
 * paper uses is in neither. The third tells common English from misspelt words, and is the same on every site.
 */
export function searchAids(ofParts: readonly Made<RecordWords>[], glossary: Glossary): OutputFile[] {
  const all = joinWords(ofParts);
  const madeFrom = (): string => digestOfJson([[...glossary], all.digest]);
  let made: WordsAndGlossary | undefined;
  const make = (): WordsAndGlossary => (made ??= chooseWords(all.read(), glossary));
  return [
    jsonFile('assets/search-words.json', () => make().words, madeFrom),
    jsonFile('assets/search-glossary.json', () => make().used, madeFrom),
    jsonFile('assets/search-english.json', englishFilter, () => 'the same on every site'),
  ];
}

interface WordsAndGlossary {
  readonly words: readonly string[];
  /** Abbreviations that the records use, with what they stand for. */
  readonly used: readonly (readonly [string, string])[];
}

function chooseWords({ uses, meant }: RecordWords, glossary: Glossary): WordsAndGlossary {
  const words = [...uses]
    .filter(([word]) => word.length > 3)
    .sort(([first, firstUses], [second, secondUses]) => secondUses - firstUses || (first < second ? -1 : 1))
    .slice(0, wordsKept)
    .map(([word]) => word);
  const used = [...glossary].filter(([abbreviation]) => {
    const short = abbreviation.toLowerCase();
    return uses.has(short) || uses.has(`${short}s`) || meant.includes(abbreviation);
  });
  return { words, used };
}

function textOf(record: SearchRecord): string {
  const text = record.kind === 'paper' ? record.html.replace(/<[^>]*>|&[a-z]+;/g, ' ') : record.content;
  return text.toLowerCase();
}

function countWords(texts: readonly string[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.matchAll(/\p{L}+/gu)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

function jsonFile(file: string, make: () => unknown, madeFrom: () => string): OutputFile {
  return {
    file,
    madeFrom,
    get bytes() {
      return new TextEncoder().encode(JSON.stringify(make()));
    },
  };
}
