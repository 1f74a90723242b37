import { readForms, type EncodedWord } from './encode-word.ts';
import type { PlacesOfPage } from './postings.ts';
import { CborWalk } from './walk-cbor.ts';

/** Where some records have a word, in their order. */
export interface PagesOfWord {
  readonly pages: readonly PlacesOfPage[];
  /** By keys, as it is written with its accents. */
  readonly forms: ReadonlyMap<string, readonly PlacesOfPage[]>;
}

/**
 * Finds what an index says of some of its records: by word, where they have it. `numberOf` gives the number that a record is
 * wanted under; less than nought where it is not wanted.
 */
export function collectPages(
  words: Iterable<EncodedWord>,
  numberOf: (page: number) => number,
): ReadonlyMap<string, PagesOfWord> {
  const found = new Map<string, PagesOfWord>();
  for (const { key, bytes } of words) {
    const walk = new CborWalk(bytes);
    if (walk.list() !== wordSize) throw new Error('A word of the search index has more than was expected.');
    walk.text();
    const pages = readPages(walk, numberOf);
    const forms = new Map<string, readonly PlacesOfPage[]>();
    readForms(walk, (form) => {
      const ofForm = readPages(walk, numberOf);
      if (ofForm.length > 0) forms.set(form, ofForm);
    });
    if (pages.length > 0 || forms.size > 0) found.set(key, { pages, forms });
  }
  return found;
}

const wordSize = 3;

function readPages(walk: CborWalk, numberOf: (page: number) => number): readonly PlacesOfPage[] {
  const pages: PlacesOfPage[] = [];
  let oldPage = 0;
  for (let left = walk.list(); left > 0; left -= 1) {
    walk.list();
    oldPage += walk.number();
    const start = walk.position;
    walk.passNumbers();
    walk.passNumbers();
    const page = numberOf(oldPage);
    // The bytes of a word are soon those of the next.
    if (page >= 0) pages.push({ page, places: Buffer.from(walk.bytes.subarray(start, walk.position)) });
  }
  return pages;
}

/** Whether two indexes say the same of some records. */
export function isSamePages(first: PagesOfWord | undefined, second: PagesOfWord | undefined): boolean {
  if (first === undefined || second === undefined) return first === second;
  if (first.forms.size !== second.forms.size || !isSame(first.pages, second.pages)) return false;
  return [...first.forms].every(([form, pages]) => isSame(pages, second.forms.get(form) ?? []));
}

function isSame(first: readonly PlacesOfPage[], second: readonly PlacesOfPage[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ page, places }, index) => {
      const other = second[index]!;
      return page === other.page && Buffer.compare(places, other.places) === 0;
    })
  );
}
