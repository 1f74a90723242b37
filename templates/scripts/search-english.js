// @ts-check
import { once, siteRoot } from './search-load.js';
import { listShards } from './search-shards.js';

/** @typedef {{ bits: number, hashes: number, filter: string }} EnglishFilter Common English as a Bloom filter. */

/**
 * Whether a word is common English, whatever the papers have: of others two in a hundred are taken for it. Where the filter
 * cannot be loaded, or the site is in another language, every word may be.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function isEnglish(text) {
  const { language } = await listShards();
  if (language !== 'en') return true;
  try {
    const { bits, hashes, bytes } = await once('english', loadFilter);
    const [first, second] = [hashOf(text, 0x811c9dc5), hashOf(text, 0x01234567)];
    return Array.from({ length: hashes }, (_, round) => (first + round * second) % bits).every(
      (bit) => ((bytes[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0,
    );
  } catch {
    return true;
  }
}

async function loadFilter() {
  const response = await fetch(new URL('assets/search-english.json', siteRoot));
  if (!response.ok) throw new Error('The list of English could not be loaded.');
  /** @type {EnglishFilter} */
  const { bits, hashes, filter } = await response.json();
  const bytes = Uint8Array.from(filter.match(/../g) ?? [], (digits) => parseInt(digits, 16));
  return { bits, hashes, bytes };
}

/**
 * FNV-1a of 32 bits, as the site's generator computes it.
 * @param {string} word
 * @param {number} seed
 */
function hashOf(word, seed) {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
