import fc from 'fast-check';
import { majorList, majorNegative, majorNumber, majorText } from '../../src/index/cbor.ts';
import type { PartWords } from '../../src/index/merge-words.ts';
import { CborWriter } from '../../src/index/write-cbor.ts';

/** Where a record has a word: a place below nought is a weight in the text, and a field in the fields. */
interface RandomPlaces {
  readonly word: string;
  /** How the word is written with its accents; absent where it is as it stands. */
  readonly form?: string | undefined;
  readonly places: readonly number[];
  readonly inFields: readonly number[];
}

/** A record, by its words. */
export type RandomPage = readonly RandomPlaces[];

/** Some words that are in many records, and some that are in few; a few have so many places that they fill chunks. */
const words = [
  '',
  'a',
  'ab',
  'abc',
  'b',
  'ba',
  'caf',
  'd\u00e9',
  'e',
  'f',
  '\u{1f600}',
  '\uffff',
  'z',
].flatMap((first) => ['', 'a', 'b', 'y', '\u00e9'].map((second) => first + second || 'none'));

const number = fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 70_000 }), fc.integer({ min: -7, max: -1 }));
const places = fc.oneof(
  { weight: 5, arbitrary: fc.array(number, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc
      .record({ size: fc.nat({ max: 20_000 }), place: fc.nat({ max: 300 }) })
      .map(({ size, place }) => Array.from({ length: size }, () => place)),
  },
);

/** Words of one record, each at most once in each way of writing. */
export const randomPage: fc.Arbitrary<RandomPage> = fc.uniqueArray(
  fc.record({
    word: fc.constantFrom(...words),
    form: fc.option(fc.constantFrom('caf\u00e9', 'd\u00e9j\u00e0', '\u00e9'), { nil: undefined }),
    places,
    inFields: fc.array(fc.integer({ min: -3, max: 40 }), { maxLength: 3 }),
  }),
  { selector: ({ word, form }) => JSON.stringify([word, form]), maxLength: 12 },
);

/** The words of records as Pagefind writes them, in chunks of so many words. */
export function encodePart(pages: readonly RandomPage[], wordsOfChunk: number): readonly Uint8Array[] {
  const all = [...new Set(pages.flatMap((page) => page.map(({ word }) => word)))].sort((first, second) =>
    Buffer.compare(Buffer.from(first), Buffer.from(second)),
  );
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < all.length; from += wordsOfChunk) {
    const writer = new CborWriter();
    const own = all.slice(from, from + wordsOfChunk);
    writer.head(majorList, 1);
    writer.head(majorList, own.length);
    for (const word of own) writeWord(writer, word, pages);
    chunks.push(writer.view());
  }
  return chunks;
}

function writeWord(writer: CborWriter, word: string, pages: readonly RandomPage[]): void {
  const forms = new Set(
    pages.flatMap((page) =>
      page.flatMap((each) => (each.word === word && each.form !== undefined ? [each.form] : [])),
    ),
  );
  writer.head(majorList, 3);
  writeText(writer, word);
  writePostings(writer, pages, (each) => each.word === word && each.form === undefined);
  writer.head(majorList, forms.size);
  for (const form of forms) {
    writer.head(majorList, 2);
    writeText(writer, form);
    writePostings(writer, pages, (each) => each.word === word && each.form === form);
  }
}

function writePostings(
  writer: CborWriter,
  pages: readonly RandomPage[],
  isWanted: (each: RandomPlaces) => boolean,
): void {
  const found = pages.flatMap((page, number) => page.filter(isWanted).map((each) => ({ ...each, number })));
  writer.head(majorList, found.length);
  let last = 0;
  for (const each of found) {
    writer.head(majorList, 3);
    writer.head(majorNumber, each.number - last);
    last = each.number;
    writeNumbers(writer, each.places);
    writeNumbers(writer, each.inFields);
  }
}

function writeNumbers(writer: CborWriter, numbers: readonly number[]): void {
  writer.head(majorList, numbers.length);
  for (const each of numbers)
    if (each < 0) writer.head(majorNegative, -1 - each);
    else writer.head(majorNumber, each);
}

function writeText(writer: CborWriter, text: string): void {
  const bytes = Buffer.from(text);
  writer.head(majorText, bytes.length);
  writer.copy(bytes);
}

/** Parts one after another, as they are merged. */
export function wordsOfParts(
  parts: readonly (readonly RandomPage[])[],
  fields?: readonly number[],
): readonly PartWords[] {
  let firstPage = 0;
  return parts.map((pages, number) => {
    const renumbering = { firstPage, fields };
    firstPage += pages.length;
    return { renumbering, chunks: encodePart(pages, 2 + number * 3) };
  });
}
