// @ts-check

/*
 * What Pagefind's files say, read as they stand: CBOR (RFC 8949), of which they have whole numbers, texts and lists.
 */

/** @typedef {number | string | readonly any[]} Value */

const decoder = new TextDecoder();

/** A file of the index, read from front to back. */
class Walk {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.position = 0;
  }

  /**
   * The number that stands here, or the size of the list or text that begins here.
   * @returns {number}
   */
  head() {
    const head = this.bytes[this.position++] ?? 0;
    const detail = head & 31;
    let value = detail;
    if (detail > 23) {
      value = 0;
      for (let left = 1 << (detail - 24); left > 0; left -= 1)
        value = value * 256 + (this.bytes[this.position++] ?? 0);
    }
    return head >> 5 === 1 ? -1 - value : value;
  }

  /** @returns {string} */
  text() {
    const length = this.head();
    this.position += length;
    return decoder.decode(this.bytes.subarray(this.position - length, this.position));
  }

  /** @returns {Value} */
  value() {
    const major = (this.bytes[this.position] ?? 0) >> 5;
    if (major === 3) return this.text();
    const head = this.head();
    return major === 4 ? Array.from({ length: head }, () => this.value()) : head;
  }
}

/**
 * Unpacks a file of Pagefind.
 * @param {Response} response
 * @returns {Promise<Uint8Array>}
 */
export async function unpack(response) {
  if (!response.ok || response.body === null) throw new Error('A file of the search could not be loaded.');
  const unzipped = response.body.pipeThrough(new DecompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(unzipped).arrayBuffer());
  return bytes.subarray(signatureLength);
}

/** Pagefind begins each file with `pagefind_dcd`. */
const signatureLength = 12;

/**
 * What the records of a shard are, by filter: its name, its distinct values, and for each record the number of its own.
 * @typedef {readonly [name: string, values: readonly (readonly string[])[], numbers: readonly number[]]} Column
 */

/**
 * The table of contents of a shard: the names of its records in their order, which words stand in which file, and, behind
 * what Pagefind reads there, what the records are and their places in their days.
 * @param {Uint8Array} bytes
 * @returns {{
 *   names: readonly string[],
 *   chunks: readonly { from: string, to: string, name: string }[],
 *   columns: readonly Column[],
 *   places: readonly number[],
 * }}
 */
export function readContents(bytes) {
  const walk = new Walk(bytes);
  walk.head();
  walk.text();
  const names = Array.from({ length: walk.head() }, () => {
    walk.head();
    const name = walk.text();
    walk.head();
    return name;
  });
  const chunks = Array.from({ length: walk.head() }, () => {
    walk.head();
    return { from: walk.text(), to: walk.text(), name: walk.text() };
  });
  // Pagefind's own filters, sorts and fields.
  for (let left = 3; left > 0; left -= 1) walk.value();
  const [columns, places] = /** @type {[readonly Column[], readonly number[]]} */ (walk.value());
  return { names, chunks, columns, places };
}

/**
 * The words of a chunk that are wanted, with the records that hold them and their places there.
 * @param {Uint8Array} bytes
 * @param {(word: string) => boolean} isWanted
 * @returns {Map<string, Map<number, readonly number[]>>} By word and number of the record.
 */
export function readWordsOf(bytes, isWanted) {
  const walk = new Walk(bytes);
  walk.head();
  /** @type {Map<string, Map<number, readonly number[]>>} */
  const found = new Map();
  for (let left = walk.head(); left > 0; left -= 1) {
    walk.head();
    const word = walk.text();
    /** @type {Map<number, readonly number[]>} */
    const records = new Map();
    readRecords(walk, records);
    // The same word with its accents.
    for (let forms = walk.head(); forms > 0; forms -= 1) {
      walk.head();
      walk.text();
      readRecords(walk, records);
    }
    if (isWanted(word)) found.set(word, records);
  }
  return found;
}

/**
 * @param {Walk} walk
 * @param {Map<number, readonly number[]>} records
 */
function readRecords(walk, records) {
  let number = 0;
  for (let left = walk.head(); left > 0; left -= 1) {
    walk.head();
    number += walk.head();
    const places = [...(records.get(number) ?? []), ...readPlaces(walk)];
    for (let inFields = walk.head(); inFields > 0; inFields -= 1) walk.head();
    records.set(
      number,
      places.sort((first, second) => first - second),
    );
  }
}

/**
 * Each place is told by how far it is from the one before; a negative number says how much those after it weigh, and
 * begins anew.
 * @param {Walk} walk
 */
function readPlaces(walk) {
  /** @type {number[]} */
  const places = [];
  let place = 0;
  for (let left = walk.head(); left > 0; left -= 1) {
    const step = walk.head();
    place = step < 0 ? 0 : place + step;
    if (step >= 0) places.push(place);
  }
  return places;
}
